package dev.plumbline.controller.job;

/**
 * Something that stands against a job.
 *
 * @param message one sentence
 * @param remedy what to do
 * @param overridable whether {@code --force} starts the job all the same
 * @param passing whether it may go away by itself in a moment
 */
public record Obstacle(String message, String remedy, boolean overridable, boolean passing) {
  public static Obstacle firm(String message, String remedy) {
    return new Obstacle(message, remedy, false, false);
  }

  static Obstacle soft(String message, String remedy) {
    return new Obstacle(message, remedy + ", or --force", true, false);
  }

  Obstacle passes() {
    return new Obstacle(message, remedy, overridable, true);
  }

  /** Sentence and cure in one line. */
  public String line() {
    return remedy.isEmpty() ? message : message + "; " + remedy;
  }
}
