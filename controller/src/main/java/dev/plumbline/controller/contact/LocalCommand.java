package dev.plumbline.controller.contact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs one process of this machine to its end. */
final class LocalCommand {
  private static final int KEPT = 1 << 20;

  private LocalCommand() {}

  /**
   * Starts a process and waits for it.
   *
   * @param environment added to ours
   * @throws IOException if it cannot be started
   */
  static Finished run(
      List<String> command, Map<String, String> environment, Feed stdin, Duration timeout)
      throws IOException, InterruptedException {
    Process process = start(command, environment);
    CompletableFuture<String> out = Drain.of(process.getInputStream());
    CompletableFuture<String> err = Drain.of(process.getErrorStream());
    Thread feeder = Thread.ofVirtual().start(() -> feed(process, stdin));
    try {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      return new Finished(ended ? process.exitValue() : Finished.TIMED_OUT, out.join(), err.join());
    } finally {
      process.destroyForcibly();
      feeder.interrupt();
    }
  }

  static Process start(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static void feed(Process process, Feed stdin) {
    try (OutputStream out = process.getOutputStream()) {
      stdin.to(out);
    } catch (IOException _) {
      // A command that reads no further says why by its exit code and its standard error.
    }
  }

  /** Reads a stream to its end and keeps its beginning. */
  static final class Drain {
    private Drain() {}

    static CompletableFuture<String> of(InputStream in) {
      CompletableFuture<String> text = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> text.complete(read(in)));
      return text;
    }

    private static String read(InputStream in) {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      byte[] chunk = new byte[8192];
      try (in) {
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
          kept.write(chunk, 0, Math.min(length, KEPT - kept.size()));
        }
      } catch (IOException _) {
        // The process was ended by us; what it said before may still tell why.
      }
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
