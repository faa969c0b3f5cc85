package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.JobScreen;

/** Chooses how a job is shown. */
final class JobScreens {
  private JobScreens() {}

  /**
   * What the program wrote goes where the program wrote it; JSON has standard output to itself.
   * What we say goes to standard error.
   */
  static JobScreen of(Invocation invocation) {
    Output output = invocation.output();
    boolean live =
        output.terminal().shows()
            && !output.json()
            && !"dumb".equals(invocation.surroundings().caller().environment().get("TERM"));
    return new JobScreen(
        output.aside(),
        output.err(),
        live ? output.terminal() : null,
        invocation.surroundings().monotonicMs());
  }
}
