package dev.plumbline.controller.contact;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Answers ssh when it asks for the password: a script that reads one line from a pipe. The pipe
 * lies in a private directory, its content only in memory, and both are gone when this process
 * ends.
 */
final class AskPass implements AutoCloseable {
  /** ssh may ask once for each of its two password methods. */
  private static final int ANSWERS = 2;

  private final Path script;
  private final RandomAccessFile pipe;

  private AskPass(Path script, RandomAccessFile pipe) {
    this.script = script;
    this.pipe = pipe;
  }

  /**
   * Makes script and pipe.
   *
   * @param directory private to this user
   */
  static AskPass create(Path directory, String password) throws IOException, InterruptedException {
    Path script = directory.resolve("askpass");
    Path fifo = directory.resolve("askpass.fifo");
    Files.deleteIfExists(fifo);
    Files.writeString(script, "#!/bin/sh\nIFS= read -r p <\"$0.fifo\" && printf '%s\\n' \"$p\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    Finished made =
        LocalCommand.run(
            List.of("mkfifo", "-m", "0600", fifo.toString()),
            Map.of(),
            Feed.NOTHING,
            Duration.ofSeconds(10));
    if (!made.ok()) {
      throw new IOException("mkfifo " + fifo + ": " + made.lastLine());
    }
    // Open for reading too, so that neither opening nor writing waits for ssh.
    RandomAccessFile pipe = new RandomAccessFile(fifo.toFile(), "rw");
    pipe.write((password + "\n").repeat(ANSWERS).getBytes(StandardCharsets.UTF_8));
    return new AskPass(script, pipe);
  }

  /** What ssh must find in its environment. */
  Map<String, String> environment() {
    return Map.of(
        "SSH_ASKPASS", script.toString(), "SSH_ASKPASS_REQUIRE", "force", "DISPLAY", "none:0");
  }

  @Override
  public void close() throws IOException {
    pipe.close();
  }
}
