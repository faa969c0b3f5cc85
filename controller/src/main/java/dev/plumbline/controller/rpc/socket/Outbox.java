package dev.plumbline.controller.rpc.socket;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The answers of one call on their way to the caller. Whoever answers never waits for the caller: a
 * run goes on although the terminal that follows it is stopped.
 */
final class Outbox {
  private static final long ROOM = 2 << 20;

  private final Queue<Frames.Answer> waiting = new ArrayDeque<>();
  private final long limit;
  private long bytes;
  private boolean closed;

  /**
   * @param limit how many bytes may wait for a caller that does not read
   */
  Outbox(long limit) {
    this.limit = limit;
  }

  /**
   * Adds an answer; nothing follows an end.
   *
   * @return false if too much waits already, and the caller must be given up
   */
  synchronized boolean add(Frames.Answer answer) {
    if (closed) {
      return true;
    }
    if (answer instanceof Frames.Answer.Message message) {
      bytes += message.bytes().size();
    } else {
      closed = true;
    }
    waiting.add(answer);
    notifyAll();
    return bytes <= limit;
  }

  /** Whether so little waits that more should come. */
  synchronized boolean hasRoom() {
    return bytes < ROOM;
  }

  /** Drops what waits; {@link #drain} ends. */
  synchronized void abandon() {
    closed = true;
    waiting.clear();
    notifyAll();
  }

  /** Writes answers as they come, until the end has been written or the outbox is abandoned. */
  void drain(DataOutputStream out) throws IOException, InterruptedException {
    while (true) {
      Frames.Answer next;
      boolean more;
      synchronized (this) {
        while (waiting.isEmpty()) {
          if (closed) {
            return;
          }
          wait();
        }
        next = waiting.remove();
        if (next instanceof Frames.Answer.Message message) {
          bytes -= message.bytes().size();
        }
        more = !waiting.isEmpty();
      }
      Frames.writeAnswer(out, next);
      if (!more) {
        out.flush();
      }
    }
  }
}
