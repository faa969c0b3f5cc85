package dev.plumbline.resources.host.processes;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program to run. No shell sees it.
 *
 * @param arguments the program, as a path or as a name that is looked up in the system's
 *     directories, and its arguments; they appear in messages, so that a secret belongs into {@code
 *     input}
 * @param environment added to {@code PATH}, {@code HOME=/root} and {@code LC_ALL=C.UTF-8}, which
 *     are all that a program gets
 * @param input what the program reads on its standard input
 * @param timeout after which the program is killed
 */
public record Command(
    List<String> arguments, Map<String, String> environment, String input, Duration timeout) {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
  }

  /** A command without input that has one minute. */
  public static Command of(String... arguments) {
    return new Command(List.of(arguments), Map.of(), "", TIMEOUT);
  }

  public Command with(String variable, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(variable, value);
    return new Command(arguments, all, input, timeout);
  }

  public Command withInput(String text) {
    return new Command(arguments, environment, text, timeout);
  }

  public Command within(Duration limit) {
    return new Command(arguments, environment, input, limit);
  }

  /** The program and its arguments, for messages; never the input or the environment. */
  @Override
  public String toString() {
    return String.join(" ", arguments);
  }
}
