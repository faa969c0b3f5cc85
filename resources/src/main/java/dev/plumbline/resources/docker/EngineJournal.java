package dev.plumbline.resources.docker;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The journal of the engine, asked only once something has failed. */
final class EngineJournal {
  private static final Pattern LOGGED = Pattern.compile("level=(?:error|fatal) msg=\"(.*)\"[^\"]*");
  private static final Pattern SYSTEMD =
      Pattern.compile("(docker\\.service|Starting|Started|Stopp|Failed to start|Reload).*");

  private final Processes processes;

  EngineJournal(Processes processes) {
    this.processes = processes;
  }

  /** Why the engine is in trouble, in its own words; empty if it did not say. */
  Optional<String> lastWord() {
    try {
      Result result =
          processes.run(
              Command.of(
                  "journalctl",
                  "--unit=" + DockerUnit.NAME,
                  "--lines=20",
                  "--no-pager",
                  "--quiet",
                  "--output=cat"));
      return lastWord(result.succeeded() ? result.out() : "");
    } catch (Failure unreadable) {
      return Optional.empty(); // The failure that is being explained says enough by itself.
    }
  }

  static Optional<String> lastWord(String journal) {
    List<String> lines = journal.lines().toList();
    for (String line : lines.reversed()) {
      Matcher logged = LOGGED.matcher(line);
      if (logged.find()) {
        return Optional.of(logged.group(1).replace("\\\"", "\""));
      }
      if (!line.startsWith("time=") && !line.isBlank() && !SYSTEMD.matcher(line).matches()) {
        return Optional.of(line.strip());
      }
    }
    return Optional.empty();
  }
}
