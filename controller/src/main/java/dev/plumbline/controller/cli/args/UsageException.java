package dev.plumbline.controller.cli.args;

/** A command line that cannot be understood; the message says why in one line. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String help;

  /**
   * @param help the command line that explains more: {@code plumb apply --help}
   */
  UsageException(String message, String help) {
    super(message);
    this.help = help;
  }

  public String help() {
    return help;
  }
}
