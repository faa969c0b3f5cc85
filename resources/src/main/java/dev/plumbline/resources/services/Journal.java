package dev.plumbline.resources.services;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.util.stream.Collectors;

/** The journal of a node, asked only once something has failed. */
final class Journal {
  private static final int LINES = 5;
  private final Processes processes;

  Journal(Processes processes) {
    this.processes = processes;
  }

  /** The same failure with what the unit said last; as it is if the journal cannot be read. */
  Failure explain(String unit, Failure failure) {
    String said;
    try {
      Result result =
          processes.run(
              Command.of(
                  "journalctl",
                  "--unit=" + unit,
                  "--lines=" + LINES,
                  "--no-pager",
                  "--quiet",
                  "--output=cat"));
      said =
          result.succeeded()
              ? result.out().lines().map(String::strip).collect(Collectors.joining("; "))
              : "";
    } catch (Failure unreadable) {
      failure.addSuppressed(unreadable);
      said = "";
    }
    return said.isEmpty()
        ? failure
        : new Failure(
            failure.getMessage() + "; its journal ends with: " + said, failure.remedy(), failure);
  }
}
