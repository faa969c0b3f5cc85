package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.args.Completions;

/** {@code plumb completion}: prints completions for a shell. */
final class CompletionVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    Completions completions = new Completions(Commands.PLUMB, Commands.COMMON);
    String shell = invocation.arguments().operand(0).orElse("");
    String script =
        switch (shell) {
          case "bash" -> completions.bash();
          case "zsh" -> completions.zsh();
          case "fish" -> completions.fish();
          default ->
              throw Trouble.of(
                  "there are no completions for '" + shell + "'", "name bash, zsh or fish");
        };
    invocation.output().out().print(script);
    return ExitCode.CONVERGED;
  }
}
