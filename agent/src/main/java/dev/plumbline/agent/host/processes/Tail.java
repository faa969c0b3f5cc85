package dev.plumbline.agent.host.processes;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Follows a file that grows, and delivers its lines. */
final class Tail {
  private static final int LONGEST = 1 << 20;
  private final Path file;
  private final Consumer<String> line;
  private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private long position;

  Tail(Path file, Consumer<String> line) {
    this.file = file;
    this.line = line;
  }

  /** Delivers the lines that were completed since the last time. A carriage return ends one too. */
  void read() throws Failure {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(8192);
      for (int read = channel.read(buffer, position);
          read > 0;
          read = channel.read(buffer, position)) {
        position += read;
        for (int i = 0; i < read; i++) {
          take(buffer.get(i));
        }
        buffer.clear();
      }
    } catch (NoSuchFileException e) {
      return; // The program has not written anything yet.
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }

  /** Delivers the rest, a last line without an end too. */
  void end() throws Failure {
    read();
    if (partial.size() > 0) {
      take((byte) '\n');
    }
  }

  /** What was read, at most the last megabyte. */
  String text() {
    return text.toString();
  }

  private void take(byte next) {
    if (next != '\n' && next != '\r') {
      partial.write(next);
      return;
    }
    String complete = partial.toString(StandardCharsets.UTF_8);
    partial.reset();
    text.append(complete).append((char) next);
    if (text.length() > LONGEST) {
      text.delete(0, text.length() - LONGEST);
    }
    if (!complete.isEmpty()) {
      line.accept(complete);
    }
  }
}
