package dev.plumbline.inventory.job;

import java.util.Locale;

/** The forms of names in a job file. */
final class JobNames {
  private JobNames() {}

  /** Becomes part of file names and unit names. */
  static boolean isJob(String name) {
    return name.matches("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
  }

  /** Becomes a folder and, in capitals, an environment variable. */
  static boolean isInput(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_-]{0,62}");
  }

  /** The environment variable that tells a process where an input is. */
  static String variableOf(String input) {
    return "PLUMB_INPUT_" + input.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static boolean isEnvironment(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*");
  }

  static boolean isClass(String name) {
    return !name.isEmpty()
        && name.split("\\.", -1).length > 0
        && java.util.Arrays.stream(name.split("\\.", -1))
            .allMatch(part -> part.replace('$', '_').matches("[\\p{L}_][\\p{L}\\p{N}_]*"));
  }

  static boolean isUser(String name) {
    return name.matches("[a-z_][a-z0-9_-]{0,31}\\$?");
  }
}
