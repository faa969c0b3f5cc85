package dev.plumbline.agent.host.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** The last megabyte that comes out of a stream, read while its program runs. */
final class Captured {
  private static final int LONGEST = 1 << 20;
  private final CompletableFuture<byte[]> bytes;

  private Captured(CompletableFuture<byte[]> bytes) {
    this.bytes = bytes;
  }

  static Captured of(InputStream stream) {
    CompletableFuture<byte[]> bytes = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try (stream) {
            bytes.complete(last(stream));
          } catch (IOException e) {
            bytes.completeExceptionally(new UncheckedIOException(e));
          }
        });
    return new Captured(bytes);
  }

  /** Waits for the end of the stream. */
  String text() {
    return new String(bytes.join(), StandardCharsets.UTF_8);
  }

  private static byte[] last(InputStream stream) throws IOException {
    byte[] kept = new byte[8192];
    int size = 0;
    while (true) {
      if (size == kept.length) {
        if (size == 2 * LONGEST) {
          System.arraycopy(kept, LONGEST, kept, 0, LONGEST);
          size = LONGEST;
        } else {
          kept = Arrays.copyOf(kept, kept.length * 2);
        }
      }
      int read = stream.read(kept, size, kept.length - size);
      if (read < 0) {
        return Arrays.copyOfRange(kept, Math.max(0, size - LONGEST), size);
      }
      size += read;
    }
  }
}
