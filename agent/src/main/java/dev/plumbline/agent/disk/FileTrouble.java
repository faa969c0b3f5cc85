package dev.plumbline.agent.disk;

import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in one line why the operating system refused a file operation. */
public final class FileTrouble {
  private FileTrouble() {}

  /** For example {@code cannot read /etc/hosts: permission denied}. */
  public static Failure of(String tried, Path path, IOException e) {
    return new Failure("cannot " + tried + " " + path + ": " + reason(e), remedy(reason(e)), e);
  }

  /** Why it failed, in the words of errno(3) where there are such. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such file or directory";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "it is there already";
      case DirectoryNotEmptyException _ -> "the directory is not empty";
      case NotDirectoryException _ -> "not a directory";
      case FileSystemLoopException _ -> "too many levels of symbolic links";
      case FileSystemException other when other.getReason() != null ->
          inLowerCase(String.valueOf(other.getReason()));
      default ->
          e.getMessage() == null ? e.getClass().getSimpleName() : inLowerCase(e.getMessage());
    };
  }

  /** The operating system begins its words with a capital letter. */
  private static String inLowerCase(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }

  private static String remedy(String reason) {
    if (reason.contains("no space left") || reason.contains("quota")) {
      return "free some space on that file system (df -h)";
    }
    if (reason.contains("read-only")) {
      return "mount that file system read-write (findmnt)";
    }
    if (reason.contains("busy")) {
      return "something is mounted on it (findmnt): unmount it";
    }
    return "look at it on the node (ls -la, lsattr, findmnt, dmesg)";
  }
}
