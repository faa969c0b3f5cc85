package dev.plumbline.controller.cli.args;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line that was understood.
 *
 * @param path the command and its verb, without the program's name: {@code [controller, start]}
 * @param command the last one of the path
 * @param program what stands behind {@code --}, if the command takes a program there
 * @param options given values by option name; an option without value holds an empty text
 */
public record Arguments(
    List<String> path,
    Command command,
    Map<String, List<String>> options,
    List<String> operands,
    List<String> program) {
  public Arguments {
    path = List.copyOf(path);
    options = Map.copyOf(options);
    operands = List.copyOf(operands);
    program = List.copyOf(program);
  }

  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** The value that was given last. */
  public Optional<String> value(String option) {
    List<String> values = options.getOrDefault(option, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  /** All values of an option that may be repeated or hold several values between commas. */
  public List<String> list(String option) {
    return options.getOrDefault(option, List.of()).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  public Optional<String> operand(int index) {
    return index < operands.size() ? Optional.of(operands.get(index)) : Optional.empty();
  }
}
