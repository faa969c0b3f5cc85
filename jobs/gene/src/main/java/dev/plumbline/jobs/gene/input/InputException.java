package dev.plumbline.jobs.gene.input;

import java.util.List;

/** Input that cannot be analysed: everything that is wrong with it, a line each. */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1;

  public InputException(String problem) {
    super(problem);
  }

  public InputException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
