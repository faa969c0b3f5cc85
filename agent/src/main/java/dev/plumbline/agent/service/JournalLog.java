package dev.plumbline.agent.service;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Writes each record as one line with the priority that systemd's journal reads (sd-daemon(3)). */
public final class JournalLog extends Handler {
  private final PrintStream out;
  private final Formatter message = new SimpleFormatter();

  private JournalLog(PrintStream out) {
    this.out = out;
  }

  /** Sends all logging of this process there. */
  public static void install(PrintStream out) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(new JournalLog(out));
    // What it has to say about a lost connection we say ourselves, in one line.
    GRPC.setLevel(Level.SEVERE);
  }

  /** Held, because loggers that nobody holds forget their level. */
  private static final Logger GRPC = Logger.getLogger("io.grpc");

  @Override
  public void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    StringBuilder text = new StringBuilder(message.formatMessage(record));
    if (record.getThrown() != null) {
      StringWriter trace = new StringWriter();
      record.getThrown().printStackTrace(new PrintWriter(trace));
      text.append('\n').append(trace);
    }
    String priority = "<" + priority(record.getLevel()) + ">";
    text.toString().lines().forEach(line -> out.println(priority + line));
  }

  private static int priority(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return 3;
    }
    return level.intValue() >= Level.WARNING.intValue() ? 4 : 6;
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
