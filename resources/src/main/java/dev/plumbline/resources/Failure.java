package dev.plumbline.resources;

/**
 * Something on a node could not be read or changed. An unreadable machine is a failure and never
 * "absent".
 *
 * <p>The message says what was tried and why it failed; {@link #remedy()} says what to do about it.
 */
public final class Failure extends Exception {
  private static final long serialVersionUID = 1L;
  private final String remedy;

  public Failure(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  public Failure(String message, String remedy, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  /** What the reader can do, as an imperative sentence. */
  public String remedy() {
    return remedy;
  }
}
