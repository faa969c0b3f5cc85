package dev.plumbline.controller.cli.screen;

import dev.plumbline.controller.client.NodeState;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lines that stay, and now and then what a node does, or waits for, that takes long. */
public final class PlainScreen implements Screen {
  private static final long QUIET_MS = 10_000;
  private static final long LOOK_MS = 1_000;

  private final PrintStream out;
  private final LongSupplier clockMs;
  private final Map<String, Long> lastLine = new HashMap<>();
  private final Map<String, Wait> waits = new HashMap<>();
  private final long begun;
  private final Thread watch = Thread.ofVirtual().name("waiting nodes").unstarted(this::watch);

  /** What a node waits for, and when that is said next, the rarer the longer it takes. */
  private record Wait(String what, long next, long pause) {}

  /**
   * @param clockMs a monotonic clock
   */
  PlainScreen(PrintStream out, LongSupplier clockMs) {
    this.out = out;
    this.clockMs = clockMs;
    this.begun = clockMs.getAsLong();
  }

  /** One that also speaks when nothing comes from the nodes. */
  public static PlainScreen watching(PrintStream out, LongSupplier clockMs) {
    PlainScreen screen = new PlainScreen(out, clockMs);
    screen.watch.start();
    return screen;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK_MS);
        tellWaits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void tellWaits() {
    long now = clockMs.getAsLong();
    waits.replaceAll((node, wait) -> {
      if (now < wait.next) {
        return wait;
      }
      print(List.of(node + "  … " + wait.what));
      return new Wait(wait.what, now + 2 * wait.pause, 2 * wait.pause);
    });
  }

  @Override
  public synchronized void print(List<String> lines) {
    lines.forEach(out::println);
    out.flush();
  }

  @Override
  public synchronized void working(String node, String now) {
    waits.remove(node);
    long time = clockMs.getAsLong();
    if (time - lastLine.getOrDefault(node, begun) >= QUIET_MS) {
      lastLine.put(node, time);
      print(List.of(node + "  … " + now));
    }
  }

  /** How it came out is told by the recap. */
  @Override
  public synchronized void state(String node, NodeState state, String note) {
    if (state != NodeState.WAITING) {
      waits.remove(node);
    } else if (!waits.containsKey(node) || !waits.get(node).what.equals(note)) {
      waits.put(node, new Wait(note, clockMs.getAsLong() + QUIET_MS, QUIET_MS));
    }
  }

  @Override
  public synchronized <T> T asking(Supplier<T> question) {
    out.flush();
    return question.get();
  }

  @Override
  public void close() {
    watch.interrupt();
    out.flush();
  }
}
