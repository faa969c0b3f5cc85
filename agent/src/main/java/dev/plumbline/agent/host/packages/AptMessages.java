package dev.plumbline.agent.host.packages;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the reasons in what apt prints. */
final class AptMessages {
  private static final List<String> EMPTY_WORDS =
      List.of(
          "Some index files failed to download. They have been ignored, or old ones used instead.",
          "The list of sources could not be read.");

  private AptMessages() {}

  /**
   * Apt's errors in one line, in apt's own words.
   *
   * @return what apt said last if it named no error
   */
  static String errors(String output) {
    String errors = join(output.lines().filter(line -> line.startsWith("E: ")));
    if (errors.isEmpty()) {
      errors = output.lines().filter(line -> !line.isBlank()).reduce("", (_, line) -> line.strip());
    }
    return errors.isEmpty() ? "it said nothing" : errors;
  }

  /** The archives that could not be read, in one line; empty if all could. */
  static String failedArchives(String output) {
    return join(
        output
            .lines()
            .filter(line -> line.startsWith("E: ") || line.startsWith("W: Failed to fetch ")));
  }

  private static String join(Stream<String> lines) {
    return lines
        .map(line -> line.substring(3).strip().replaceAll(" {2,}", " "))
        .filter(line -> !EMPTY_WORDS.contains(line))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
