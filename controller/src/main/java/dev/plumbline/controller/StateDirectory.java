package dev.plumbline.controller;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The directory of the controller's state, held by one process at a time. */
final class StateDirectory implements AutoCloseable {
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  private final Path directory;
  private final FileChannel lockFile;

  private StateDirectory(Path directory, FileChannel lockFile) {
    this.directory = directory;
    this.lockFile = lockFile;
  }

  /**
   * Takes the directory, and makes it where there is none: readable by its owner only, ignored by
   * git.
   *
   * @throws TakenException if another controller has it
   * @throws IOException if it cannot be made; the message is one line
   */
  static StateDirectory take(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      Files.createDirectories(wanted, PosixFilePermissions.asFileAttribute(PRIVATE));
    }
    Path directory = wanted.toRealPath();
    Files.setPosixFilePermissions(directory, PRIVATE);
    ignore(directory);
    Path file = directory.resolve("controller.lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      String holder = read(channel);
      channel.close();
      throw new TakenException(holder, directory);
    }
    try {
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
      return new StateDirectory(directory, channel);
    } catch (IOException e) {
      channel.close();
      throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Another controller has the directory. */
  static final class TakenException extends IOException {
    private static final long serialVersionUID = 1;

    private TakenException(String holder, Path directory) {
      super("a controller (pid " + holder + ") runs for " + directory + " already");
    }
  }

  /** Whole or not at all: an empty file would let git have the key of the authority. */
  private static void ignore(Path directory) throws IOException {
    Path ignore = directory.resolve(".gitignore");
    if (!Files.exists(ignore)) {
      Path fresh = directory.resolve(".gitignore.new");
      try {
        Files.writeString(fresh, "*\n");
        Files.move(fresh, ignore, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new IOException("cannot write " + ignore + ": " + e.getMessage(), e);
      }
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(32);
    channel.read(buffer, 0);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
  }

  Path path() {
    return directory;
  }

  Path database() {
    return directory.resolve("plumbline.db");
  }

  Path log() {
    return directory.resolve("controller.log");
  }

  /** Lets go of the directory. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
