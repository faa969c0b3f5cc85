package dev.plumbline.controller.cli.args;

import java.util.List;
import java.util.Optional;

/**
 * One command, or a group of them.
 *
 * @param name as the user types it; a group's verbs stand in {@code verbs}
 * @param operands what help calls the arguments that are no options: {@code [INVENTORY]}
 * @param least how many operands it needs
 * @param most how many operands it takes
 * @param summary one line
 * @param details further lines for its help; may be empty
 * @param options its own, without those that every command has
 */
public record Command(
    String name,
    String operands,
    int least,
    int most,
    String summary,
    String details,
    List<Option> options,
    List<Command> verbs) {
  public Command {
    options = List.copyOf(options);
    verbs = List.copyOf(verbs);
  }

  /** A command without operands or options. */
  public static Command of(String name, String summary) {
    return new Command(name, "", 0, 0, summary, "", List.of(), List.of());
  }

  public static Command group(String name, String summary, Command... verbs) {
    return new Command(name, "", 0, 0, summary, "", List.of(), List.of(verbs));
  }

  public Command operands(String label, int least, int most) {
    return new Command(name, label, least, most, summary, details, options, verbs);
  }

  public Command options(Option... own) {
    return new Command(name, operands, least, most, summary, details, List.of(own), verbs);
  }

  public Command details(String text) {
    return new Command(name, operands, least, most, summary, text, options, verbs);
  }

  /** Whether what stands behind {@code --} is a program and its arguments, not operands. */
  public boolean takesProgram() {
    return operands.contains("-- ");
  }

  public Optional<Command> verb(String word) {
    return verbs.stream().filter(verb -> verb.name().equals(word)).findFirst();
  }
}
