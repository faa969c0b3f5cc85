package dev.plumbline.controller.page;

import dev.plumbline.controller.agents.Timer;
import java.time.Duration;
import java.util.Optional;

/**
 * One page on its way from an agent to its reader, one piece after the other: the next is asked for
 * when the reader has room. Thread-safe.
 */
public final class Visit {
  /** How long an agent may take to begin. */
  static final Duration BEGIN_WITHIN = Duration.ofSeconds(15);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /** After so many looks at a reader that does not read, it is given up. */
  private static final int MOST_LOOKS = 1_200;

  private final String node;
  private final Reader reader;
  private final Timer timer;
  private final Runnable onEnd;
  private Optional<Source> source = Optional.empty();
  private boolean over;

  Visit(String node, Reader reader, Timer timer, Runnable onEnd) {
    this.node = node;
    this.reader = reader;
    this.timer = timer;
    this.onEnd = onEnd;
    timer.after(BEGIN_WITHIN, this::expire);
  }

  private void expire() {
    if (begun().isEmpty()) {
      fail("the agent on " + node + " did not answer within " + BEGIN_WITHIN.toSeconds() + " s");
    }
  }

  private synchronized Optional<Source> begun() {
    return source;
  }

  /** The agent begins. */
  public void begin(Source from) {
    boolean late;
    synchronized (this) {
      late = over;
      source = Optional.of(from);
    }
    if (late) {
      from.stop();
    } else {
      from.more();
    }
  }

  /** A piece came. */
  public void piece(byte[] data) {
    reader.piece(data);
    ask(0);
  }

  private void ask(int looks) {
    Optional<Source> from = begun();
    if (isOver() || from.isEmpty()) {
      return;
    }
    if (reader.hasRoom()) {
      from.get().more();
    } else if (looks < MOST_LOOKS) {
      timer.after(LOOK_AGAIN, () -> ask(looks + 1));
    } else {
      fail("the page was not read for a minute");
      from.get().stop();
    }
  }

  /** The agent has brought all. */
  public void complete() {
    if (end()) {
      reader.complete();
    }
  }

  private void fail(String why) {
    if (end()) {
      reader.failed(why);
    }
  }

  /**
   * The agent says why it has no page, or no more of it.
   *
   * @param why one line for a person
   */
  public void refuse(String why) {
    fail("on " + node + ": " + why);
  }

  /** The connection to the agent was lost. */
  public void lose() {
    fail("the connection to " + node + " was lost");
  }

  /** The reader left. */
  public void leave() {
    if (end()) {
      begun().ifPresent(Source::stop);
    }
  }

  private synchronized boolean isOver() {
    return over;
  }

  private boolean end() {
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
    }
    onEnd.run();
    return true;
  }
}
