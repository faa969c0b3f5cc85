package dev.plumbline.lab.machine;

/**
 * Says to the user what was tried, why it failed and what to do; shown as one line, never as a
 * trace.
 */
public final class LabProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LabProblem(String message) {
    super(message);
  }

  public LabProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
