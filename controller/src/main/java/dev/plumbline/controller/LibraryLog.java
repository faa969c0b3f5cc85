package dev.plumbline.controller;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Takes what libraries log into our log. */
final class LibraryLog extends Handler {
  private final LogFile log;
  private final SimpleFormatter formatter = new SimpleFormatter();

  private LibraryLog(LogFile log) {
    this.log = log;
  }

  static void into(LogFile log) {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.setLevel(Level.WARNING);
    root.addHandler(new LibraryLog(log));
  }

  @Override
  public void publish(@Nullable LogRecord record) {
    if (record == null || record.getLevel().intValue() < Level.WARNING.intValue()) {
      return;
    }
    String message = record.getLoggerName() + ": " + formatter.formatMessage(record);
    Throwable thrown = record.getThrown();
    if (thrown == null) {
      log.accept(message);
    } else {
      log.trouble(message, thrown);
    }
  }

  @Override
  public void flush() {
    // Every line is flushed when it is written.
  }

  @Override
  public void close() {
    // The log belongs to the controller.
  }
}
