package dev.plumbline.agent.facts;

import java.io.IOException;
import java.nio.file.Path;

/** What changes all the time, read from /proc for each heartbeat. */
public final class Pulse {
  private final Root root;

  public Pulse(Path root) {
    this.root = new Root(root);
  }

  /** The load of the last minute. */
  public double load() throws IOException {
    return Double.parseDouble(root.lines("proc/loadavg").getFirst().split(" ")[0]);
  }

  /** The memory that programs can still get, in bytes. */
  public long memoryAvailable() throws IOException {
    return Memory.bytes(root.lines("proc/meminfo"), "MemAvailable");
  }
}
