package dev.plumbline.controller.cli.args;

import java.util.List;
import java.util.Optional;

/**
 * One option of a command.
 *
 * @param name with its dashes: {@code --limit}
 * @param letter the short form without its dash
 * @param label what help calls the value; empty for an option without value
 * @param choices the only values that are allowed; empty: any
 * @param help one line
 */
public record Option(
    String name, Optional<Character> letter, String label, List<String> choices, String help) {
  public Option {
    choices = List.copyOf(choices);
  }

  public static Option flag(String name, String help) {
    return new Option(name, Optional.empty(), "", List.of(), help);
  }

  public static Option value(String name, String label, String help) {
    return new Option(name, Optional.empty(), label, List.of(), help);
  }

  public static Option choice(String name, List<String> choices, String help) {
    return new Option(name, Optional.empty(), String.join("|", choices), choices, help);
  }

  public Option withLetter(char letter) {
    return new Option(name, Optional.of(letter), label, choices, help);
  }

  public boolean takesValue() {
    return !label.isEmpty();
  }

  /** As help shows it: {@code -o, --output text|json}. */
  String shown() {
    return letter.map(l -> "-" + l + ", ").orElse("    ")
        + name
        + (takesValue() ? " " + label : "");
  }
}
