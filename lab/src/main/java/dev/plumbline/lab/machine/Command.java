package dev.plumbline.lab.machine;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** One program with its arguments, environment and input; started as often as it is run. */
public record Command(List<String> words, Map<String, String> environment, String input) {
  private static final Executor READERS = task -> Thread.ofVirtual().start(task);

  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  public static Command of(String... words) {
    return new Command(List.of(words), Map.of(), "");
  }

  public static Command of(List<String> words) {
    return new Command(words, Map.of(), "");
  }

  public Command and(String... more) {
    return and(List.of(more));
  }

  public Command and(List<String> more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(more);
    return new Command(all, environment, input);
  }

  public Command with(String variable, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(variable, value);
    return new Command(words, all, input);
  }

  public Command with(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new Command(words, all, input);
  }

  public Command reading(String text) {
    return new Command(words, environment, text);
  }

  /** Runs to the end. A program that fails is a result, one that cannot be started a Problem. */
  public Finished run() {
    try {
      Process process = builder().start();
      var out = CompletableFuture.supplyAsync(() -> drain(process.getInputStream()), READERS);
      var err = CompletableFuture.supplyAsync(() -> drain(process.getErrorStream()), READERS);
      feed(process);
      int exit = await(process);
      return new Finished(exit, out.join(), err.join());
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  /** Its output; a failure becomes a Problem that begins with what it was for. */
  public String output(String purpose) {
    Finished finished = run();
    if (!finished.ok()) {
      throw new LabProblem(purpose + " failed: " + finished.lastWords());
    }
    return finished.out();
  }

  /** Runs on this terminal, with this process's own input and output. */
  public int runHere() {
    try {
      return await(builder().inheritIO().start());
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  /** Runs to the end with all that it says added to a log, whose last line the Problem quotes. */
  public void logTo(Path log, String purpose) {
    try {
      ProcessBuilder builder = builder().redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process process = builder.start();
      feed(process);
      int exit = await(process);
      if (exit != 0) {
        String said = new Finished(exit, Files.readString(log), "").lastWords();
        throw new LabProblem(purpose + " failed: " + said + " (all of it: " + log + ")");
      }
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  /** Starts it and leaves it running, away from this terminal and its signals. */
  public long detach(Path log) {
    try {
      ProcessBuilder builder = Command.of("setsid").and(words).with(environment).builder();
      builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return builder.start().pid();
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  /** Whether a program of that name is on the PATH, or where administrators keep theirs. */
  public static boolean exists(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(":", -1)), Stream.of("/usr/sbin", "/sbin"))
        .filter(directory -> !directory.isEmpty())
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words);
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().put("PATH", path + ":/usr/sbin:/sbin");
    builder.environment().putAll(environment);
    return builder;
  }

  private void feed(Process process) throws IOException {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A program may end without reading its input; its exit code tells what became of it.
      if (process.isAlive() && !input.isEmpty()) {
        throw e;
      }
    }
  }

  private static String drain(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new LabProblem("interrupted while '" + words.getFirst() + "' ran", e);
    }
  }

  private LabProblem cannotStart(IOException e) {
    return new LabProblem("cannot run '" + words.getFirst() + "': " + e.getMessage(), e);
  }
}
