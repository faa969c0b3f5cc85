package dev.plumbline.agent.host.processes;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every program that we run gets, and where programs are looked up. */
final class Environment {
  private static final List<String> DIRECTORIES =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  private Environment() {}

  static Map<String, String> of(Command command) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("PATH", String.join(":", DIRECTORIES));
    variables.put("HOME", "/root");
    variables.put("LC_ALL", "C.UTF-8");
    variables.putAll(command.environment());
    return variables;
  }

  /** The absolute path of the command's program. */
  static Path program(Command command) throws Failure {
    String program = command.arguments().getFirst();
    if (program.contains("/")) {
      return found(Path.of(program), command);
    }
    for (String directory : DIRECTORIES) {
      Path path = Path.of(directory, program);
      if (Files.isExecutable(path)) {
        return path;
      }
    }
    throw missing(command);
  }

  private static Path found(Path path, Command command) throws Failure {
    if (!path.isAbsolute() || !Files.isExecutable(path)) {
      throw missing(command);
    }
    return path;
  }

  private static Failure missing(Command command) {
    String program = command.arguments().getFirst();
    return new Failure(
        "cannot run '" + command + "': there is no program " + program,
        "install the package that brings " + program);
  }
}
