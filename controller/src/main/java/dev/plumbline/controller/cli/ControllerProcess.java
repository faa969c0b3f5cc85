package dev.plumbline.controller.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the controller as a process of its own, with the runtime and class path of this one. */
final class ControllerProcess {
  private static final String MAIN = "dev.plumbline.controller.ControllerMain";

  private final Map<String, String> environment;

  ControllerProcess(Map<String, String> environment) {
    this.environment = environment;
  }

  /** It survives this process, its terminal and Ctrl-C. */
  Process spawn(StatePlace place, boolean keep) throws IOException {
    List<String> words = new ArrayList<>();
    if (isOnPath("setsid")) {
      words.add("setsid");
    }
    words.addAll(ownCommand());
    words.add(MAIN);
    words.addAll(
        List.of("--state", place.directory().toString(), "--socket", place.socket().toString()));
    if (keep) {
      words.add(Commands.KEEP);
    }
    return new ProcessBuilder(words)
        .directory(place.directory().toFile())
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
        .redirectError(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
        .start();
  }

  private boolean isOnPath(String program) {
    for (String directory : environment.getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }

  /** Our java binary and its options, without class and arguments. */
  private static List<String> ownCommand() {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String[] arguments = ProcessHandle.current().info().arguments().orElse(new String[0]);
    String main = Plumb.class.getName();
    for (String argument : arguments) {
      if (argument.equals(main)) {
        return words;
      }
      words.add(argument);
    }
    // The system does not tell: what the controller cannot do without.
    return List.of(
        words.getFirst(),
        "--enable-native-access=ALL-UNNAMED",
        "-Dplumbline.home=" + System.getProperty("plumbline.home", ""),
        "-Dplumbline.build=" + System.getProperty("plumbline.build", ""),
        "-cp",
        System.getProperty("java.class.path"));
  }
}
