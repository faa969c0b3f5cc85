package dev.plumbline.jobs.mnist.data;

import dev.plumbline.jobs.mnist.problem.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * One IDX file of bytes, read from front to back: two zero bytes, 8 for "unsigned bytes", the
 * number of dimensions, each dimension as a big-endian int, then the values.
 */
final class IdxStream implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final DigestInputStream in;
  private final int[] dimensions;

  /** Opens a file, gzipped or not, and reads its header. */
  IdxStream(Path path, int dimensions) {
    this.path = path;
    this.dimensions = new int[dimensions];
    try {
      in = new DigestInputStream(decompressed(path), MessageDigest.getInstance("MD5"));
    } catch (IOException e) {
      throw Problem.cannotRead(path, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
    readHeader();
  }

  private static InputStream decompressed(Path path) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    raw.mark(2);
    boolean gzipped = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return gzipped ? new GZIPInputStream(raw, BUFFER) : raw;
  }

  private void readHeader() {
    byte[] magic = read(4);
    if (magic[0] != 0 || magic[1] != 0 || magic[2] != 8 || magic[3] != dimensions.length) {
      throw new Problem(
          "%s begins with %s, and an IDX file of bytes in %d dimensions with 000008%02x: it is another file"
              .formatted(
                  path, HexFormat.of().formatHex(magic), dimensions.length, dimensions.length));
    }
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = ByteBuffer.wrap(read(4)).getInt();
      if (dimensions[i] <= 0) {
        throw new Problem(path + " says in its header that it holds nothing; get it again");
      }
    }
  }

  /** The size of dimension {@code index}; dimension 0 is the number of entries. */
  int dimension(int index) {
    return dimensions[index];
  }

  /** The next {@code count} bytes; an error when the file ends before. */
  byte[] read(int count) {
    try {
      byte[] bytes = in.readNBytes(count);
      if (bytes.length < count) {
        throw truncated(null);
      }
      return bytes;
    } catch (EOFException e) {
      throw truncated(e);
    } catch (ZipException e) {
      throw new Problem(path + " is damaged (" + e.getMessage() + "); copy it again", e);
    } catch (IOException e) {
      throw Problem.cannotRead(path, e);
    }
  }

  private Problem truncated(@Nullable Throwable cause) {
    return new Problem(
        path + " ends before all that its header promises; copy or fetch it again", cause);
  }

  /** To be called after the last entry: an error when more follows. */
  String md5() {
    try {
      if (in.read() != -1) {
        throw new Problem(path + " holds more than its header promises; get it again");
      }
    } catch (IOException e) {
      throw new Problem(path + " is damaged at its end: " + e.getMessage(), e);
    }
    return HexFormat.of().formatHex(in.getMessageDigest().digest());
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw Problem.cannotRead(path, e);
    }
  }
}
