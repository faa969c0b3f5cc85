package dev.plumbline.jobs.gene.input;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Text, compressed by gzip or not, that every executor sees under the same path. */
final class TextFile {
  private static final int GZIP = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private TextFile() {}

  static boolean compressed(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.read() << 8 == (GZIP & 0xff00) && bytes.read() == (GZIP & 0xff);
    }
  }

  static BufferedReader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    return reader(compressed(file) ? new GZIPInputStream(bytes, BUFFER) : bytes);
  }

  /**
   * The lines that begin within a range of bytes, each whole. Neighbouring ranges share no line and
   * leave none out.
   */
  static LineRange lines(Path file, long from, long to) throws IOException {
    RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r");
    // A line that begins right at `from` belongs here: look at the byte before it.
    long start = Math.max(0, from - 1);
    bytes.seek(start);
    LineRange range = new LineRange(bytes, start, to);
    if (from > 0) {
      range.skipRest();
    }
    return range;
  }

  private static BufferedReader reader(InputStream bytes) {
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER);
  }

  /** Lines of a part of a file. */
  static final class LineRange implements AutoCloseable {
    private final RandomAccessFile file;
    private final InputStream bytes;
    private final long to;
    private long position;
    private byte[] line = new byte[BUFFER];

    LineRange(RandomAccessFile file, long start, long to) {
      this.file = file;
      this.bytes = new BufferedInputStream(Channels.newInputStream(file.getChannel()), BUFFER);
      this.position = start;
      this.to = to;
    }

    /** The next line; empty text and {@link #ended} at the end. */
    String next() throws IOException {
      int length = 0;
      for (int one = bytes.read(); one >= 0; one = bytes.read()) {
        position++;
        if (one == '\n') {
          break;
        }
        if (length == line.length) {
          line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = (byte) one;
      }
      return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    boolean ended() {
      return position >= to;
    }

    void skipRest() throws IOException {
      next();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
