package dev.plumbline.agent.host.packages;

import dev.plumbline.resources.host.packages.Simulation;
import dev.plumbline.resources.host.processes.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code apt-get -s} prints. */
final class AptSimulation {
  private static final Pattern INSTALL =
      Pattern.compile("Inst (\\S+) (?:\\[([^\\]]+)] )?\\((\\S+) .*");
  private static final Pattern REMOVE = Pattern.compile("(?:Remv|Purg) (\\S+) \\[([^\\]]+)].*");
  private static final Pattern CONFIGURE = Pattern.compile("Conf (\\S+) \\((\\S+) .*");

  private AptSimulation() {}

  static Simulation parse(Result result) {
    return result.succeeded()
        ? new Simulation.Possible(actions(result.out()))
        : new Simulation.Impossible(reason(result));
  }

  private static List<Simulation.Action> actions(String out) {
    List<Simulation.Action> actions = new ArrayList<>();
    for (String line : out.lines().toList()) {
      Matcher install = INSTALL.matcher(line);
      Matcher remove = REMOVE.matcher(line);
      Matcher configure = CONFIGURE.matcher(line);
      if (install.matches()) {
        actions.add(
            new Simulation.Install(
                install.group(1), Optional.ofNullable(install.group(2)), install.group(3)));
      } else if (remove.matches()) {
        actions.add(new Simulation.Remove(remove.group(1), remove.group(2)));
      } else if (configure.matches()) {
        actions.add(new Simulation.Configure(configure.group(1), configure.group(2)));
      }
    }
    return actions;
  }

  /** The part of the output that names packages, else apt's errors. */
  private static String reason(Result result) {
    List<String> lines = result.out().lines().toList();
    List<String> unmet = indentedAfter(lines, "The following packages have unmet dependencies:");
    if (!unmet.isEmpty()) {
      return String.join("; ", unmet);
    }
    List<String> virtual =
        lines.stream().filter(line -> line.contains("is a virtual package provided by:")).toList();
    if (!virtual.isEmpty()) {
      return virtual.getFirst().strip()
          + " "
          + String.join(", ", indentedAfter(lines, virtual.getFirst()));
    }
    List<String> essential =
        indentedAfter(lines, "WARNING: The following essential packages will be removed.");
    if (!essential.isEmpty()) {
      return "essential packages would be removed: " + String.join(" ", essential);
    }
    return AptMessages.errors(result.err() + "\n" + result.out());
  }

  private static List<String> indentedAfter(List<String> lines, String heading) {
    return lines.stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .dropWhile(line -> !line.startsWith(" ")) // A second line of the heading.
        .takeWhile(line -> line.startsWith(" "))
        .map(String::strip)
        .toList();
  }
}
