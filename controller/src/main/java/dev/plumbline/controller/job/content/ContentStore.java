package dev.plumbline.controller.job.content;

import dev.plumbline.controller.job.Bytes;
import dev.plumbline.controller.job.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Contents on the disk, {@code <first two digits>/<hash>}, and beside them what has come of others
 * so far, {@code <hash>.part}. When room runs out, those go first that were used longest ago.
 *
 * <p>A process that dies leaves whole files or parts, never a file that looks whole and is not.
 */
public final class ContentStore {
  static final String PART = ".part";

  private final Path directory;
  private final Quota quota;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, Growing> growing = new ConcurrentHashMap<>();

  /**
   * @param limit bytes
   * @param pinned hashes that are needed and must stay
   */
  public ContentStore(Path directory, long limit, Supplier<Set<String>> pinned, InstantSource clock)
      throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    this.directory = directory;
    this.quota = new Quota(directory, limit, pinned);
    this.clock = clock;
  }

  /** A content that is whole; from now on it counts as used. */
  public Optional<Path> find(String hash) throws ContentException {
    Path file = file(hash);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      return Optional.of(file);
    } catch (IOException e) {
      throw trouble("cannot read", file, e);
    }
  }

  /** How much of a content is here, bytes; also of a whole one. */
  public long kept(String hash) throws ContentException {
    try {
      Optional<Path> whole = find(hash);
      Path part = part(hash);
      return whole.isPresent()
          ? Files.size(whole.get())
          : Files.exists(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      throw trouble("cannot read", part(hash), e);
    }
  }

  /**
   * Takes in a piece. One that begins after what is here is passed over: the sender goes on from
   * where the answer says.
   *
   * @param last whether the content ends with it; then its hash is checked
   * @return how much is here now, bytes
   * @throws ContentException if it does not fit its hash, or there is no room
   */
  public long put(String hash, long offset, byte[] data, boolean last) throws ContentException {
    Growing grows = growing.computeIfAbsent(hash, _ -> new Growing());
    synchronized (grows) {
      Optional<Path> whole = find(hash);
      try {
        if (whole.isPresent()) {
          growing.remove(hash);
          return Files.size(whole.get());
        }
        Path part = part(hash);
        Files.createDirectories(part.getParent());
        long size = Files.exists(part) ? Files.size(part) : 0;
        if (offset > size) {
          return size;
        }
        int known = (int) Math.min(data.length, size - offset);
        quota.reserve(data.length - known);
        append(part, data, known);
        grows.add(size, data, known);
        size += data.length - known;
        if (last) {
          try {
            finish(hash, part, grows);
          } finally {
            growing.remove(hash);
          }
        }
        return size;
      } catch (IOException e) {
        throw trouble("cannot write", part(hash), e);
      }
    }
  }

  private static void append(Path part, byte[] data, int from) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(data, from, data.length - from);
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }

  private void finish(String hash, Path part, Growing grows) throws IOException, ContentException {
    if (!hash.equals(grows.hash(part))) {
      quota.release(Files.size(part));
      Files.delete(part);
      throw new ContentException(
          "a file changed while it was sent, or was damaged on the way: its bytes do not fit "
              + hash
              + "; send it again");
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file(hash), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(part.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private Path file(String hash) throws ContentException {
    if (!Content.isHash(hash)) {
      throw new ContentException("'" + hash + "' is not a hash");
    }
    return directory.resolve(hash.substring(0, 2)).resolve(hash);
  }

  private Path part(String hash) throws ContentException {
    Path file = file(hash);
    return file.resolveSibling(hash + PART);
  }

  private static ContentException trouble(String what, Path file, IOException e) {
    return new ContentException(what + " " + file + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("No space left")
        ? "the disk of the controller is full; free some space, and send it again"
        : message;
  }

  /** How much room is taken, for a person. */
  @Override
  public String toString() {
    return Bytes.text(quota.used()) + " in " + directory;
  }
}
