package dev.plumbline.agent.job.unit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to run in a unit of its own.
 *
 * @param unit the unit's name
 * @param command the absolute path of a program, and its arguments
 * @param environment all that the program gets; never on a command line nor among the unit's
 *     properties, because both can be read by everybody
 * @param directory where it runs
 * @param log both of its streams are appended to it
 * @param memory the most that all of it may use, in bytes; 0 is no limit
 */
public record UnitPlan(
    String unit,
    String description,
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Path log,
    long memory) {
  public UnitPlan {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Without the environment, which may hold secrets. */
  @Override
  public String toString() {
    return unit + ": " + String.join(" ", command);
  }
}
