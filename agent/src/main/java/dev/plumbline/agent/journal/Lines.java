package dev.plumbline.agent.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * A file of lines that only grows. Each begins with the CRC-32C of the rest, eight hexadecimal
 * digits; what a crash tore off is cut when the file is opened.
 */
final class Lines implements Closeable {
  private static final int SUM = 8;
  private final FileChannel channel;

  private Lines(FileChannel channel) {
    this.channel = channel;
  }

  /** Makes a file with its first line on the disk; none is left where that is not possible. */
  static Lines begin(Path file, String first) throws IOException {
    Lines lines =
        new Lines(
            FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------"))));
    try {
      lines.append(first);
      lines.force();
      return lines;
    } catch (IOException e) {
      lines.close();
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Opens a file for more lines, behind its last whole one. */
  static Lines open(Path file, List<String> lines) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      int whole = read(Files.readAllBytes(file), lines);
      channel.truncate(whole);
      channel.position(whole);
      return new Lines(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  void append(String line) throws IOException {
    if (line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a line holds one line");
    }
    byte[] text = line.getBytes(StandardCharsets.UTF_8);
    ByteBuffer[] parts = {
      ByteBuffer.wrap((sum(text, 0, text.length) + " ").getBytes(StandardCharsets.US_ASCII)),
      ByteBuffer.wrap(text),
      ByteBuffer.wrap(new byte[] {'\n'})
    };
    long before = channel.position();
    try {
      while (parts[parts.length - 1].hasRemaining()) {
        channel.write(parts);
      }
    } catch (IOException e) {
      channel.truncate(before); // Half a line must not stand before the next one.
      throw e;
    }
  }

  /** Returns when all lines are on the disk. */
  void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * Reads whole lines up to the first that is torn or wrong.
   *
   * @return where it begins
   */
  private static int read(byte[] content, List<String> lines) {
    List<String> found = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < content.length; at++) {
      if (content[at] == '\n') {
        int text = start + SUM + 1;
        if (text > at || !sum(content, text, at - text).equals(ascii(content, start, SUM))) {
          break;
        }
        found.add(new String(content, text, at - text, StandardCharsets.UTF_8));
        start = at + 1;
      }
    }
    lines.addAll(found);
    return start;
  }

  private static String ascii(byte[] content, int start, int length) {
    return new String(content, start, length, StandardCharsets.US_ASCII);
  }

  private static String sum(byte[] content, int start, int length) {
    CRC32C sum = new CRC32C();
    sum.update(content, start, length);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
