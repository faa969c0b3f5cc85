package dev.plumbline.controller.ca;

/** A certificate or key cannot be made, read or used; the message is one line for a person. */
public final class CertificateException extends Exception {
  public CertificateException(String message) {
    super(message);
  }

  public CertificateException(String message, Throwable cause) {
    super(message, cause);
  }
}
