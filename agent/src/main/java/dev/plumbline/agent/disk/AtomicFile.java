package dev.plumbline.agent.disk;

import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces files so that every reader sees the old or the new whole file, also after a power cut.
 */
public final class AtomicFile {
  private static final int LONGEST_NAME = 255;

  private AtomicFile() {}

  /** Gives a file its mode and owner before it gets its name; it was made with mode 0600. */
  @FunctionalInterface
  public interface Prepare {
    /** Leaves the file as it was made. */
    Prepare PRIVATE = file -> {};

    void prepare(Path file) throws IOException, Failure;
  }

  /** Writes a file that only its owner may read. */
  public static void write(Path path, byte[] content) throws Failure {
    write(path, content, Prepare.PRIVATE);
  }

  /** Temporary file in the same directory, fsync, rename, fsync of the directory. */
  public static void write(Path path, byte[] content, Prepare prepare) throws Failure {
    Path temporary = temporary(path);
    try {
      Files.deleteIfExists(temporary); // Of an agent that died while it wrote.
      create(temporary, content, prepare);
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
      sync(Optional.ofNullable(path.getParent()).orElse(path));
    } catch (IOException e) {
      Failure failure = FileTrouble.of("write", path, e);
      discard(temporary, failure);
      throw failure;
    } catch (Failure failure) {
      discard(temporary, failure);
      throw failure;
    }
  }

  /** Makes the entries of a directory durable. */
  public static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void create(Path file, byte[] content, Prepare prepare)
      throws IOException, Failure {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      prepare.prepare(file);
      channel.force(true);
    }
  }

  /** Always the same name, so that what a dying agent leaves behind is found again. */
  private static Path temporary(Path path) {
    String name = "." + path.getFileName() + ".plumbline";
    return path.resolveSibling(
        name.length() <= LONGEST_NAME ? name : "." + name.hashCode() + ".plumbline");
  }

  private static void discard(Path temporary, Failure failure) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
