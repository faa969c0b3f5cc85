package dev.plumbline.agent.job;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.report.Answers;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Sends a log while it grows. It is never further ahead of what the controller keeps than a window,
 * so that a program that writes fast fills neither a memory nor the line.
 */
final class LogTail implements Runnable {
  private static final System.Logger LOG = System.getLogger(LogTail.class.getName());
  private static final int PIECE = 1 << 18;
  private static final long WINDOW = 2 << 20;
  private static final long PAUSE_MILLIS = 50;
  private static final long TRY_AGAIN_MILLIS = 1_000;
  private final String job;
  private final Path file;
  private final Answers answers;
  private boolean growing;
  private boolean open;
  private boolean closed;
  private long sent;
  private long kept;

  LogTail(String job, Path file, Answers answers) {
    this.job = job;
    this.file = file;
    this.answers = answers;
  }

  /** A program begins to write. */
  synchronized void grow() {
    growing = true;
    notifyAll();
  }

  /** The program has ended: what is in the file now is all. */
  synchronized void grown() {
    growing = false;
    notifyAll();
  }

  /** Begins at once, because the controller cannot have any of it. */
  synchronized void open() {
    open = true;
    notifyAll();
  }

  /** The controller is away; it says anew where to begin. */
  synchronized void disconnected() {
    open = false;
  }

  /** So much is kept; the first time in a session also where to go on. */
  synchronized void kept(long offset) {
    if (!open) {
      open = true;
      sent = offset;
      kept = offset;
    }
    kept = Math.max(kept, offset);
    notifyAll();
  }

  /** The log is not wanted any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  @Override
  public void run() {
    try {
      while (awaitTurn()) {
        try {
          if (!send()) {
            rest();
          }
        } catch (Failure failure) {
          LOG.log(System.Logger.Level.ERROR, "the log of job {0}: {1}", job, failure.getMessage());
          Thread.sleep(TRY_AGAIN_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when it is closed. */
  private synchronized boolean awaitTurn() throws InterruptedException {
    while (!closed && (!open || sent - kept >= WINDOW)) {
      wait();
    }
    return !closed;
  }

  private synchronized void rest() throws InterruptedException {
    while (open && !closed && !more()) {
      wait(growing ? PAUSE_MILLIS : 0);
    }
  }

  private boolean more() {
    return file.toFile().length() > sent;
  }

  /** False if there was nothing to send. */
  private boolean send() throws Failure {
    long from;
    synchronized (this) {
      from = sent;
    }
    byte[] piece = read(from);
    synchronized (this) {
      // A new session may have begun elsewhere in the meantime.
      if (piece.length == 0 || !open || sent != from) {
        return false;
      }
      sent += piece.length;
    }
    answers.log(job, from, piece);
    return true;
  }

  private byte[] read(long from) throws Failure {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate(PIECE);
      int read = channel.read(buffer, from);
      return read <= 0 ? new byte[0] : Arrays.copyOf(buffer.array(), read);
    } catch (NoSuchFileException e) {
      return new byte[0]; // The job has no folder yet, and nothing wrote.
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }
}
