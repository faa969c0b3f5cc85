package dev.plumbline.controller.run;

/** A run cannot even begin; the message is one line for a person. */
public final class Refusal extends Exception {
  /** Whose fault it is. */
  public enum Kind {
    /** The caller asked for something that makes no sense. */
    INVALID,
    /** Something else has to happen before. */
    TOO_EARLY,
    /** It is ours; the log says more. */
    BROKEN
  }

  private final Kind kind;

  public Refusal(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
