package dev.plumbline.controller.cli.runtime;

/** The runtime cannot be made; the message is one line for a person. */
public final class LinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LinkException(String message, Throwable cause) {
    super(message, cause);
  }

  LinkException(String message) {
    super(message);
  }
}
