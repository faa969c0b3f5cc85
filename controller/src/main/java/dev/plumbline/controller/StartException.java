package dev.plumbline.controller;

/** The controller cannot start; the message is one line for a person. */
final class StartException extends Exception {
  StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
