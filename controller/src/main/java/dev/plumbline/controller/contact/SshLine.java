package dev.plumbline.controller.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A session that all commands for a node share, so that it is authenticated once. It ends with this
 * process, however that ends: the far side waits for the end of our pipe.
 */
final class SshLine implements Line {
  private static final Duration TO_LOG_IN = Duration.ofSeconds(30);

  private final SshOptions options;
  private final Path control;
  private final Process master;
  private final Probe probe;

  private SshLine(SshOptions options, Path control, Process master, Probe probe) {
    this.options = options;
    this.control = control;
    this.master = master;
    this.probe = probe;
  }

  /** What came of the attempt to log in. */
  sealed interface Attempt {
    record Open(SshLine line) implements Attempt {}

    /** ssh gave up, and said why. */
    record Refused(Finished said) implements Attempt {}
  }

  /**
   * Logs in.
   *
   * @param directory private to this user and to this node; its path must be short, for it becomes
   *     that of a Unix socket
   */
  static Attempt open(Target target, Path directory, Optional<String> password)
      throws IOException, InterruptedException {
    SshOptions options = new SshOptions(target);
    Path control = directory.resolve("s");
    if (password.isEmpty()) {
      return open(options, control, false, Map.of());
    }
    try (AskPass askPass = AskPass.create(directory, password.get())) {
      return open(options, control, true, askPass.environment());
    }
  }

  private static Attempt open(
      SshOptions options, Path control, boolean hasPassword, Map<String, String> environment)
      throws IOException, InterruptedException {
    String greeting = "/bin/sh -c " + Shell.quoted(Probe.SCRIPT + "exec cat >/dev/null");
    Process master =
        LocalCommand.start(options.master(control, hasPassword, greeting), environment);
    CompletableFuture<String> err = LocalCommand.Drain.of(master.getErrorStream());
    CompletableFuture<Optional<Probe>> seen = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> seen.complete(greeting(master)));
    Optional<Probe> probe =
        seen.completeOnTimeout(Optional.empty(), TO_LOG_IN.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    if (probe.isPresent()) {
      return new Attempt.Open(new SshLine(options, control, master, probe.get()));
    }
    boolean ended = master.waitFor(1, TimeUnit.SECONDS);
    int exit = ended ? master.exitValue() : Finished.TIMED_OUT;
    if (!ended) {
      master.destroyForcibly().waitFor();
    }
    return new Attempt.Refused(new Finished(exit, "", err.join()));
  }

  /** Skips what login scripts print. Empty if the session ended before the node spoke. */
  private static Optional<Probe> greeting(Process master) {
    List<String> lines = new ArrayList<>();
    boolean begun = false;
    try {
      BufferedReader reader = master.inputReader(StandardCharsets.UTF_8);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.equals(Probe.LAST)) {
          return Optional.of(Probe.parse(lines));
        }
        if (begun) {
          lines.add(line);
        }
        begun |= line.equals(Probe.FIRST);
      }
    } catch (IOException _) {
      // Standard error and the exit code say what happened.
    }
    return Optional.empty();
  }

  @Override
  public Finished run(String command, Feed stdin, Duration timeout)
      throws IOException, InterruptedException, ContactException {
    Finished finished =
        LocalCommand.run(options.shared(control, command), Map.of(), stdin, timeout);
    if (!master.isAlive()) {
      throw ContactException.unreached(
          "the SSH session broke: " + finished.lastLine(), "check the network, and try again");
    }
    return finished;
  }

  @Override
  public Probe probe() {
    return probe;
  }

  @Override
  public void close() {
    master.destroy();
  }
}
