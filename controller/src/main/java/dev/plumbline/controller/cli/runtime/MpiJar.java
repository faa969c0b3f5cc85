package dev.plumbline.controller.cli.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Open MPI's Java bindings, which distributions build but do not ship: {@code PLUMBLINE_MPI_JAR},
 * else the one in the user's cache, else made there by {@code jobs/mpi-jar} of this checkout.
 */
public final class MpiJar {
  private final Optional<Path> checkout;
  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param checkout where Plumbline's sources are, if they are
   * @param home what {@code ~} stands for
   */
  public MpiJar(Optional<Path> checkout, Path home, Map<String, String> environment) {
    this.checkout = checkout;
    this.environment = environment;
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    this.folder =
        (cache.isBlank() ? home.resolve(".cache") : Path.of(cache)).resolve("plumbline/mpi");
  }

  /**
   * The jar.
   *
   * @param told hears why there is none, in one line
   */
  public Optional<Path> find(Consumer<String> told) {
    String named = environment.getOrDefault("PLUMBLINE_MPI_JAR", "");
    if (!named.isBlank()) {
      return Optional.of(Path.of(named).toAbsolutePath());
    }
    try {
      List<Path> kept = kept();
      if (kept.size() == 1) {
        return Optional.of(kept.getFirst());
      }
      return make(told);
    } catch (IOException e) {
      told.accept("no mpi.jar: " + e.getMessage());
      return Optional.empty();
    }
  }

  private List<Path> kept() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches("mpi-.*\\.jar")).toList();
    }
  }

  private Optional<Path> make(Consumer<String> told) throws IOException {
    Optional<Path> script = checkout.map(home -> home.resolve("jobs/mpi-jar"));
    if (script.filter(Files::isExecutable).isEmpty()) {
      told.accept("no mpi.jar: set PLUMBLINE_MPI_JAR to the one of your Open MPI");
      return Optional.empty();
    }
    Files.createDirectories(folder);
    Path made = folder.resolve("mpi.jar");
    ProcessBuilder builder = new ProcessBuilder(script.get().toString(), made.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor() == 0) {
        return Optional.of(made);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new LinkException("interrupted while mpi.jar was made", e);
    }
    told.accept(said.isEmpty() ? "no mpi.jar: " + script.get() + " failed" : said);
    return Optional.empty();
  }
}
