package dev.plumbline.controller.store;

/** The store cannot be read or written; the message is one line for a person. */
public final class StoreException extends RuntimeException {
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreException(String message) {
    super(message);
  }
}
