package dev.plumbline.jobs.mnist.problem;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Something that the user can mend. The message says what was tried, why it failed, what to do. */
public final class Problem extends RuntimeException {
  public Problem(String message) {
    super(message);
  }

  public Problem(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  public static Problem cannotRead(Path path, IOException cause) {
    return new Problem("cannot read " + path + ": " + reason(cause), cause);
  }

  public static Problem cannotWrite(Path path, IOException cause) {
    return new Problem("cannot write " + path + ": " + reason(cause), cause);
  }

  /** The messages of the file system's exceptions are often the path alone. */
  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (cause instanceof FileSystemException failed && failed.getReason() != null) {
      return failed.getReason();
    }
    return cause.toString();
  }
}
