package dev.plumbline.controller.cli.screen;

import dev.plumbline.controller.cli.render.Board;
import dev.plumbline.controller.client.NodeState;
import java.io.PrintStream;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Redraws the board below the lines that stay. Nothing is drawn during the first moments, so that a
 * run that changes nothing does not flicker.
 */
public final class LiveScreen implements Screen {
  private static final long FIRST_MS = 150;
  private static final long EVERY_MS = 100;

  private final PrintStream out;
  private final Terminal terminal;
  private final LongSupplier clockMs;
  private final Board board;
  private final Redraw redraw = new Redraw();
  private final Thread drawer;
  private final Thread onExit;
  private boolean paused;
  private boolean closed;

  /**
   * @param clockMs a monotonic clock
   */
  public LiveScreen(PrintStream out, Terminal terminal, Board board, LongSupplier clockMs) {
    this.out = out;
    this.terminal = terminal;
    this.board = board;
    this.clockMs = clockMs;
    this.drawer = Thread.ofPlatform().daemon().name("screen").unstarted(this::draw);
    // Ctrl-C must not leave a terminal without cursor.
    this.onExit = Thread.ofPlatform().name("screen-restore").unstarted(this::restore);
    Runtime.getRuntime().addShutdownHook(onExit);
    drawer.start();
  }

  @Override
  public synchronized void print(List<String> lines) {
    if (!lines.isEmpty() && !closed) {
      emit(redraw.cleared(columns()) + String.join("\n", lines) + "\n");
    }
  }

  @Override
  public synchronized void working(String node, String now) {
    board.working(node, now);
  }

  @Override
  public synchronized void state(String node, NodeState state, String note) {
    board.state(node, state, note, clockMs.getAsLong());
  }

  @Override
  public <T> T asking(Supplier<T> question) {
    synchronized (this) {
      emit(redraw.cleared(columns()) + Redraw.NORMAL);
      paused = true;
    }
    try {
      return question.get();
    } finally {
      synchronized (this) {
        paused = false;
      }
    }
  }

  private void draw() {
    try {
      Thread.sleep(FIRST_MS);
      while (true) {
        synchronized (this) {
          if (closed) {
            return;
          }
          if (!paused) {
            Terminal.Size size = terminal.size();
            List<String> lines =
                board.lines(clockMs.getAsLong(), size.columns(), Math.max(1, size.lines() - 1));
            emit(redraw.drawn(lines, size.columns()));
          }
        }
        Thread.sleep(EVERY_MS);
      }
    } catch (InterruptedException _) {
      // close() ends the drawing.
    }
  }

  /** Asked only once something is on the screen: the first question is costly. */
  private int columns() {
    return redraw.isEmpty() ? 0 : terminal.size().columns();
  }

  private void emit(String text) {
    out.print(text);
    out.flush();
  }

  private synchronized void restore() {
    if (!closed) {
      closed = true;
      if (!redraw.isEmpty()) {
        emit(redraw.cleared(columns()) + Redraw.NORMAL);
      }
    }
  }

  @Override
  public void close() {
    restore();
    drawer.interrupt();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException _) {
      // The process is ending, and the hook has run or will find nothing to do.
    }
  }
}
