package dev.plumbline.controller.cli;

import dev.plumbline.inventory.document.ControllerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the controller as a process of its own, with the runtime and class path of this one. */
final class ControllerProcess {
  private static final String MAIN = "dev.plumbline.controller.ControllerMain";
  private static final int LAST_WORDS = 5;

  /** Its exit code where another controller has the directory. */
  private static final int TAKEN = 3;

  private static final String CACHE = "-XX:AOTCache=";
  private static final List<String> SHORT_LIVED =
      List.of(
          "-XX:CompileThresholdScaling=",
          "-XX:TieredStopAtLevel=",
          "-XX:-AOTReplayTraining",
          "-Djdk.reflect.useNativeAccessorOnly=");

  private final Map<String, String> environment;

  ControllerProcess(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Starts it and waits until it is ready. It survives this process, its terminal and Ctrl-C.
   *
   * @return false if another command has started one meanwhile
   * @throws Trouble if it does not become ready
   */
  boolean start(StatePlace place, Controllers.Start start) {
    List<String> said = new ArrayList<>();
    try {
      Process process = spawn(place, start);
      BufferedReader words = process.inputReader(StandardCharsets.UTF_8);
      for (String line = words.readLine(); line != null; line = words.readLine()) {
        if (line.startsWith("ready ")) {
          return true;
        }
        said.add(line);
      }
      int exitCode = process.waitFor();
      if (exitCode == TAKEN) {
        return false;
      }
      throw failed(place, said, exitCode);
    } catch (IOException e) {
      throw Trouble.of("the controller could not be started: " + e.getMessage(), "", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.of("interrupted while the controller was starting", "", e);
    }
  }

  private static Trouble failed(StatePlace place, List<String> said, int exitCode) {
    List<String> lines = new ArrayList<>();
    lines.add("plumb: the controller did not start (exit code " + exitCode + "); its last words:");
    said.subList(Math.max(0, said.size() - LAST_WORDS), said.size())
        .forEach(line -> lines.add("  " + line));
    lines.add("plumb: the whole log is " + place.log());
    return Trouble.all(lines);
  }

  private Process spawn(StatePlace place, Controllers.Start start) throws IOException {
    List<String> words = new ArrayList<>();
    if (isOnPath("setsid")) {
      words.add("setsid");
    }
    words.addAll(ownCommand());
    words.add(MAIN);
    words.addAll(
        List.of("--state", place.directory().toString(), "--socket", place.socket().toString()));
    words.addAll(List.of("--inventory", place.inventory().path().toString()));
    ControllerSettings settings = start.settings().get();
    settings.listen().ifPresent(listen -> words.addAll(List.of("--listen", listen.toString())));
    settings.port().ifPresent(port -> words.addAll(List.of("--port", port.toString())));
    if (start.keep()) {
      words.add(Commands.KEEP);
    }
    return new ProcessBuilder(words)
        .directory(place.directory().toFile())
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectErrorStream(true)
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

  /**
   * Our java binary and those of its options that suit a long life, without class and arguments.
   */
  private static List<String> ownCommand() {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String[] arguments = ProcessHandle.current().info().arguments().orElse(new String[0]);
    String main = Plumb.class.getName();
    for (String argument : arguments) {
      if (argument.equals(main)) {
        return words;
      }
      lasting(argument).ifPresent(words::add);
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

  /** The option of a controller that an option of this short-lived process stands for. */
  private static Optional<String> lasting(String option) {
    if (option.startsWith(CACHE)) {
      Path cache = Path.of(option.substring(CACHE.length())).resolveSibling("controller.aot");
      return Optional.of(CACHE + cache).filter(_ -> Files.exists(cache));
    }
    return Optional.of(option).filter(word -> SHORT_LIVED.stream().noneMatch(word::startsWith));
  }
}
