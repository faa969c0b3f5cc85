package dev.plumbline.controller.cli.screen;

import dev.plumbline.controller.client.NodeState;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lines that stay, and now and then what a node does that takes long. */
public final class PlainScreen implements Screen {
  private static final long QUIET_MS = 10_000;

  private final PrintStream out;
  private final LongSupplier clockMs;
  private final Map<String, Long> lastLine = new HashMap<>();
  private final long begun;

  /**
   * @param clockMs a monotonic clock
   */
  public PlainScreen(PrintStream out, LongSupplier clockMs) {
    this.out = out;
    this.clockMs = clockMs;
    this.begun = clockMs.getAsLong();
  }

  @Override
  public synchronized void print(List<String> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  @Override
  public synchronized void working(String node, String now) {
    long time = clockMs.getAsLong();
    if (time - lastLine.getOrDefault(node, begun) >= QUIET_MS) {
      lastLine.put(node, time);
      print(List.of(node + "  … " + now));
    }
  }

  @Override
  public void state(String node, NodeState state, String note) {
    // The recap tells how it came out.
  }

  @Override
  public synchronized <T> T asking(Supplier<T> question) {
    out.flush();
    return question.get();
  }

  @Override
  public void close() {
    out.flush();
  }
}
