package dev.plumbline.lab.cli;

import dev.plumbline.lab.machine.Progress;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One line for each step when it has ended, with the seconds that it took; on a terminal also a
 * last line that says what runs now.
 */
final class ConsoleProgress implements Progress, AutoCloseable {
  private static final String CLEAR = "\r\033[K";

  private final PrintWriter out;
  private final boolean live;
  private final LongSupplier nanos;
  private final Map<String, Long> running = new LinkedHashMap<>();
  private boolean closed;

  ConsoleProgress(PrintWriter out, boolean live, LongSupplier nanos) {
    this.out = out;
    this.live = live;
    this.nanos = nanos;
  }

  static ConsoleProgress onThisTerminal(PrintWriter out) {
    boolean live = Terminal.here();
    ConsoleProgress progress = new ConsoleProgress(out, live, System::nanoTime);
    if (live) {
      Thread.ofVirtual().start(progress::tick);
    }
    return progress;
  }

  @Override
  public <T> T step(String what, Supplier<T> work) {
    long start = nanos.getAsLong();
    begin(what, start);
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      end(what, seconds(start), done);
    }
  }

  @Override
  public synchronized void say(String line) {
    out.println((live ? CLEAR : "") + line);
    out.flush();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (live) {
      out.print(CLEAR);
      out.flush();
    }
  }

  private synchronized void begin(String what, long start) {
    running.put(what, start);
  }

  private synchronized void end(String what, double seconds, boolean done) {
    running.remove(what);
    String line = String.format(Locale.ROOT, "%-50s %6.1f s", what, seconds);
    say(done ? line : line + "  failed");
  }

  private void tick() {
    while (draw()) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private synchronized boolean draw() {
    if (!closed && !running.isEmpty()) {
      Map.Entry<String, Long> first = running.entrySet().iterator().next();
      String more = running.size() > 1 ? " and " + (running.size() - 1) + " more" : "";
      String line =
          String.format(
              Locale.ROOT, "%s%s … %.0f s", first.getKey(), more, seconds(first.getValue()));
      out.print(CLEAR + line);
      out.flush();
    }
    return !closed;
  }

  private double seconds(long start) {
    return (nanos.getAsLong() - start) / 1e9;
  }
}
