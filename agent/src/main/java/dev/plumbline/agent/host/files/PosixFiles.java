package dev.plumbline.agent.host.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file system of this machine. */
public final class PosixFiles implements Files {
  @Override
  public Optional<FileStatus> status(Path path) throws Failure {
    try {
      PosixFileAttributes attributes =
          java.nio.file.Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS);
      int mode = (Integer) java.nio.file.Files.getAttribute(path, "unix:mode", NOFOLLOW_LINKS);
      return Optional.of(
          new FileStatus(
              type(attributes),
              mode & 07777,
              attributes.owner().getName(),
              attributes.group().getName(),
              attributes.size()));
    } catch (IOException e) {
      if (absent(e)) {
        return Optional.empty();
      }
      throw FileTrouble.of("look at", path, e);
    }
  }

  private static FileStatus.Type type(PosixFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return FileStatus.Type.FILE;
    }
    if (attributes.isDirectory()) {
      return FileStatus.Type.DIRECTORY;
    }
    return attributes.isSymbolicLink() ? FileStatus.Type.SYMLINK : FileStatus.Type.OTHER;
  }

  @Override
  public Optional<byte[]> read(Path path) throws Failure {
    try {
      // Opening a pipe would wait for somebody to write into it.
      FileStatus.Type type =
          type(java.nio.file.Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS));
      if (type != FileStatus.Type.FILE) {
        throw new Failure(
            "cannot read " + path + ": it is a " + type.name().toLowerCase(Locale.ROOT),
            "look at it on the node (ls -la), and move it away if it should not be there");
      }
      return Optional.of(java.nio.file.Files.readAllBytes(path));
    } catch (IOException e) {
      if (absent(e)) {
        return Optional.empty();
      }
      throw FileTrouble.of("read", path, e);
    }
  }

  @Override
  public List<String> list(Path directory) throws Failure {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = java.nio.file.Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw FileTrouble.of("list", directory, new IOException(e.getMessage(), e));
    } catch (IOException e) {
      throw FileTrouble.of("list", directory, e);
    }
    Collections.sort(names);
    return List.copyOf(names);
  }

  @Override
  public void write(Path path, byte[] content, int mode, String owner, String group)
      throws Failure {
    AtomicFile.write(
        path,
        content,
        file -> {
          chown(file, owner, group);
          chmod(file, mode);
        });
  }

  @Override
  public void makeDirectory(Path path, int mode, String owner, String group) throws Failure {
    try {
      java.nio.file.Files.createDirectory(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      chown(path, owner, group);
      chmod(path, mode);
    } catch (IOException e) {
      throw FileTrouble.of("make the directory", path, e);
    }
  }

  @Override
  public void setMode(Path path, int mode) throws Failure {
    try {
      chmod(path, mode);
    } catch (IOException e) {
      throw FileTrouble.of("set the mode of", path, e);
    }
  }

  @Override
  public void setOwner(Path path, String owner, String group) throws Failure {
    try {
      chown(path, owner, group);
    } catch (IOException e) {
      throw FileTrouble.of("set the owner of", path, e);
    }
  }

  @Override
  public void remove(Path path) throws Failure {
    try {
      java.nio.file.Files.deleteIfExists(path);
    } catch (IOException e) {
      throw FileTrouble.of("remove", path, e);
    }
  }

  private static void chmod(Path path, int mode) throws IOException {
    java.nio.file.Files.setAttribute(path, "unix:mode", mode, NOFOLLOW_LINKS);
  }

  private static void chown(Path path, String owner, String group) throws IOException, Failure {
    UserPrincipalLookupService names = path.getFileSystem().getUserPrincipalLookupService();
    PosixFileAttributeView view =
        java.nio.file.Files.getFileAttributeView(
            path, PosixFileAttributeView.class, NOFOLLOW_LINKS);
    try {
      view.setGroup(names.lookupPrincipalByGroupName(group));
    } catch (UserPrincipalNotFoundException e) {
      throw unknown("group", group, path, e);
    }
    try {
      view.setOwner(names.lookupPrincipalByName(owner));
    } catch (UserPrincipalNotFoundException e) {
      throw unknown("user", owner, path, e);
    }
  }

  private static Failure unknown(String kind, String name, Path path, IOException e) {
    return new Failure(
        "cannot give " + path + " to " + kind + " " + name + ": there is no such " + kind,
        "let the inventory make that " + kind + ", or correct its name",
        e);
  }

  /** A path below something that is no directory has nothing at it either. */
  private static boolean absent(IOException e) {
    return e instanceof NoSuchFileException
        || e instanceof NotDirectoryException
        || (e instanceof java.nio.file.FileSystemException other
            && "Not a directory".equals(other.getReason()));
  }
}
