package dev.plumbline.agent.job.look;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.mpi.Shim;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Open MPI of this node. */
public final class OpenMpi {
  private static final List<String> DIRECTORIES =
      List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin");
  private static final Pattern VERSION = Pattern.compile("\\(Open MPI\\) (\\S+)");
  private final Processes processes;
  private final Path libraries;

  /**
   * @param libraries on a node {@code /usr/lib}
   */
  public OpenMpi(Processes processes, Path libraries) {
    this.processes = processes;
    this.libraries = libraries;
  }

  /** The path of a program that is named without a directory. */
  public static Optional<Path> program(String name) {
    return DIRECTORIES.stream()
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** For example 4.1.4; empty if there is no mpirun. */
  public String version() throws Failure {
    Optional<Path> mpirun = program("mpirun");
    if (mpirun.isEmpty()) {
      return "";
    }
    Result result = processes.run(Command.of(mpirun.get().toString(), "--version"));
    Matcher matcher = VERSION.matcher(result.out());
    if (!result.succeeded() || !matcher.find()) {
      throw new Failure(
          mpirun.get() + " is not the one of Open MPI: " + result.lastLine(),
          "install the package openmpi-bin, or let 'mpirun' mean it (update-alternatives)");
    }
    return matcher.group(1);
  }

  /** Why mpirun cannot be served here; empty if it can. */
  public static String launcher() {
    if (program("orted").isEmpty()) {
      return "there is no orted: install the package openmpi-bin";
    }
    return Files.isExecutable(Shim.INTERPRETER)
        ? ""
        : "there is no " + Shim.INTERPRETER + ": install the package perl-base";
  }

  /** The file of a library with the longest number, for example libmpi.so.40.30.4. */
  public Optional<Path> library(String name) throws Failure {
    if (!Files.isDirectory(libraries)) {
      return Optional.empty();
    }
    Pattern pattern = Pattern.compile(Pattern.quote(name) + "(\\.[0-9]+)+");
    try (Stream<Path> found =
        Files.find(
            libraries,
            2,
            (path, attributes) -> pattern.matcher(path.getFileName().toString()).matches())) {
      return found.max(Comparator.comparingInt(path -> path.toString().length()));
    } catch (IOException e) {
      throw FileTrouble.of("search", libraries, e);
    }
  }

  /** The library of the Java bindings. */
  public Optional<Path> javaLibrary() throws Failure {
    return library("libmpi_java.so");
  }
}
