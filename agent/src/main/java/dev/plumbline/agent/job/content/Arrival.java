package dev.plumbline.agent.job.content;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.order.Content;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/**
 * A content on its way into the cache, in a file beside its place; what came before goes on where
 * it was cut. It gets its name only when it is whole and its hash is right.
 */
final class Arrival implements Courier.Intake {
  private final Content content;
  private final Path file;
  private final Path part;
  private final LongConsumer done;
  private final MessageDigest digest = Digests.sha256();
  private OutputStream out = OutputStream.nullOutputStream();
  private boolean open;
  private long have;

  private Arrival(Content content, Path file, LongConsumer done) {
    this.content = content;
    this.file = file;
    this.part = file.resolveSibling(content.hash() + ".part");
    this.done = done;
  }

  /**
   * @param file its place
   * @param done hears how many bytes have come, each time some have
   */
  static Arrival begin(Content content, Path file, LongConsumer done) throws Failure {
    Arrival arrival = new Arrival(content, file, done);
    try {
      arrival.begin();
    } catch (IOException e) {
      throw FileTrouble.of("write", file, e);
    }
    return arrival;
  }

  private void begin() throws IOException, Failure {
    Files.createDirectories(parent(file));
    if (Files.exists(part) && Files.size(part) <= content.size()) {
      try (InputStream in = Files.newInputStream(part)) {
        have = Digests.update(digest, in);
      }
      done.accept(have);
    } else {
      Files.deleteIfExists(part);
    }
    if (have == content.size()) {
      finish();
    }
  }

  @Override
  public Content content() {
    return content;
  }

  @Override
  public long have() {
    return have;
  }

  @Override
  public void write(byte[] bytes) throws IOException, Failure {
    if (!open) {
      out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      open = true;
    }
    out.write(bytes);
    digest.update(bytes);
    have += bytes.length;
    done.accept(bytes.length);
    if (have == content.size()) {
      finish();
    }
  }

  private void finish() throws IOException, Failure {
    out.close();
    if (!Files.exists(part)) {
      Files.createFile(part); // Of an empty content no byte comes.
    }
    String hash = Digests.hex(digest);
    if (!hash.equals(content.hash())) {
      Files.delete(part);
      throw new Failure(
          "what came as the content " + content.hash() + " has the hash " + hash,
          "run the job again; if it happens again, look at the disks of controller and node");
    }
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--r--r--"));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Lets go of the file; what came stays. */
  void close() throws Failure {
    try {
      out.close();
    } catch (IOException e) {
      throw FileTrouble.of("write", part, e);
    }
  }

  static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " is in no directory");
    }
    return parent;
  }
}
