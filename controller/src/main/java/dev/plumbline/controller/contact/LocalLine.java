package dev.plumbline.controller.contact;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** This machine is the node. */
final class LocalLine implements Line {
  private final Probe probe;

  private LocalLine(Probe probe) {
    this.probe = probe;
  }

  static LocalLine open() throws IOException, InterruptedException {
    Finished seen = shell(Probe.SCRIPT, Feed.NOTHING, Duration.ofSeconds(30));
    // Whoever sits at the node over SSH has a connection that is not ours.
    List<String> lines =
        seen.out().lines().filter(line -> !line.startsWith("connection=")).toList();
    return new LocalLine(Probe.parse(lines));
  }

  @Override
  public Finished run(String command, Feed stdin, Duration timeout)
      throws IOException, InterruptedException {
    return shell(command, stdin, timeout);
  }

  private static Finished shell(String command, Feed stdin, Duration timeout)
      throws IOException, InterruptedException {
    return LocalCommand.run(List.of("/bin/sh", "-c", command), Map.of(), stdin, timeout);
  }

  @Override
  public Probe probe() {
    return probe;
  }

  @Override
  public void close() {}
}
