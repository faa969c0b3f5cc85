package dev.plumbline.controller.contact;

/** First contact with one node failed; the message is one line for a person. */
public final class ContactException extends Exception {
  private static final long serialVersionUID = 1L;
  private final boolean unreached;
  private final String remedy;

  private ContactException(boolean unreached, String message, String remedy) {
    super(message);
    this.unreached = unreached;
    this.remedy = remedy;
  }

  /** No session came about, so that nothing is known about the node itself. */
  static ContactException unreached(String message, String remedy) {
    return new ContactException(true, message, remedy);
  }

  /** The node was reached, and something is wrong there. */
  public static ContactException wrong(String message, String remedy) {
    return new ContactException(false, message, remedy);
  }

  public boolean isUnreached() {
    return unreached;
  }

  /** What to do, as an imperative sentence. */
  public String remedy() {
    return remedy;
  }

  public String message() {
    return String.valueOf(getMessage());
  }
}
