package dev.plumbline.resources.docker;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.nio.file.Path;

/** Asks the engine's program what it thinks of a file, where it can say. */
final class Validation {
  private static final Path CANDIDATE = Path.of("/etc/docker/.daemon.json.candidate");

  private final Files files;
  private final Processes processes;

  Validation(Files files, Processes processes) {
    this.files = files;
    this.processes = processes;
  }

  /**
   * @throws Failure if it says that it would not start with it
   */
  void check(byte[] content) throws Failure {
    Path directory = Path.of("/etc/docker");
    if (files.status(directory).isEmpty()) {
      files.makeDirectory(directory, 0755, "root", "root");
    }
    files.write(CANDIDATE, content, 0600, "root", "root");
    try {
      Result result =
          processes.run(Command.of("dockerd", "--validate", "--config-file", CANDIDATE.toString()));
      // Docker 20.10 and older know no --validate.
      if (!result.succeeded() && !result.err().contains("unknown flag")) {
        throw new Failure(
            "the Docker engine would not take this daemon.json: "
                + result.lastLine().replace(CANDIDATE.toString(), DaemonFile.PATH.toString()),
            "correct `docker: {daemon: …}`; nothing was changed");
      }
    } finally {
      files.remove(CANDIDATE);
    }
  }
}
