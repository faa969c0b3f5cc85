package dev.plumbline.controller.client;

/**
 * The controller gave no answer, or refused. The message is one line for a person; {@link
 * #remedy()} says what to do.
 */
public final class ControllerException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;
  private final String remedy;

  /** What kind of trouble it is. */
  public enum Reason {
    /** Nobody listens. */
    ABSENT,
    /** It went away in the middle of a call. */
    LOST,
    /** It answered with an error. */
    REFUSED,
    /** It is of a build that does not know what was asked. */
    OTHER_BUILD
  }

  public ControllerException(Reason reason, String message, String remedy) {
    super(message);
    this.reason = reason;
    this.remedy = remedy;
  }

  public Reason reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }
}
