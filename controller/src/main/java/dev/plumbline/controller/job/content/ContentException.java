package dev.plumbline.controller.job.content;

/** A content cannot be kept or read; the message is one line for a person. */
public final class ContentException extends Exception {
  public ContentException(String message) {
    super(message);
  }

  ContentException(String message, Throwable cause) {
    super(message, cause);
  }
}
