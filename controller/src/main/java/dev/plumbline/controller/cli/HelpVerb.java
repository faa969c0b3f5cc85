package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.args.Command;
import dev.plumbline.controller.cli.args.Help;
import dev.plumbline.resources.codec.Suggestion;
import java.util.List;

/** {@code plumb help}: explains a command. */
final class HelpVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    Command command = Commands.PLUMB;
    List<String> path = invocation.arguments().operands();
    for (String word : path) {
      List<String> names = command.verbs().stream().map(Command::name).toList();
      command =
          command
              .verb(word)
              .orElseThrow(() ->
                  Trouble.of(
                      "unknown command '" + word + "'" + Suggestion.of(word, names),
                      "'plumb help' lists them"));
    }
    invocation.output().lines(Help.of(path, command, Commands.COMMON));
    return ExitCode.CONVERGED;
  }
}
