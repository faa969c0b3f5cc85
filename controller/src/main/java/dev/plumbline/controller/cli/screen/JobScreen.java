package dev.plumbline.controller.cli.screen;

import dev.plumbline.controller.cli.render.Lengths;
import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Shows a job: the lines of its program, what we say about it, and below how far it is now. */
public final class JobScreen {
  private static final String AWAY = "\r\u001b[K";
  private static final long EVERY_MS = 100;
  private static final long QUIET_MS = 10_000;

  private final PrintStream out;
  private final PrintStream err;
  private final @Nullable Terminal terminal;
  private final LongSupplier clockMs;
  private boolean drawn;
  private long last;

  /**
   * @param out of the program
   * @param err of the program, and of what we say
   * @param terminal null: nothing is drawn over
   * @param clockMs a monotonic clock
   */
  public JobScreen(
      PrintStream out, PrintStream err, @Nullable Terminal terminal, LongSupplier clockMs) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.clockMs = clockMs;
    this.last = clockMs.getAsLong();
  }

  /** A line of the program. */
  public synchronized void program(String line, boolean error) {
    calm();
    PrintStream stream = error ? err : out;
    stream.println(line);
    stream.flush();
  }

  /** A line that we say. */
  public synchronized void say(String line) {
    calm();
    err.println(line);
    err.flush();
  }

  /** How far something is; shown now and then, and drawn over by what comes next. */
  public synchronized void now(String text) {
    long time = clockMs.getAsLong();
    if (time - last < (terminal == null ? QUIET_MS : EVERY_MS)) {
      return;
    }
    last = time;
    if (terminal == null) {
      err.println(text);
    } else {
      err.print(AWAY + Lengths.cut(text, Math.max(1, terminal.size().columns() - 1)));
      drawn = true;
    }
    err.flush();
  }

  /** Takes away what does not stay. */
  public synchronized void calm() {
    if (drawn) {
      err.print(AWAY);
      err.flush();
      drawn = false;
    }
  }
}
