package dev.plumbline.lab.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;

/**
 * A checkout with the real launcher, two main classes of one file each, and a stand-in for Maven
 * that copies what was compiled here to {@code target/lib}: the launcher does not see the
 * difference, and a build takes no time.
 */
final class Checkout {
  private static final String BUILD =
      """
      echo "$*" >> "$(dirname "$0")/builds"
      case "$*" in *verify*) exit 5 ;; esac
      if grep -r broken controller/src; then exit 4; fi
      rm -rf */target
      mkdir -p controller/target/lib lab/target/lib
      cp compiled.jar controller/target/lib/controller.jar
      cp compiled.jar lab/target/lib/lab.jar
      """;

  private static final String REHEARSAL_SOURCE =
      "controller/src/main/java/dev/plumbline/controller/cli/Rehearsal.java";

  static final String CLI_SOURCE =
      "controller/src/main/java/dev/plumbline/controller/cli/Plumb.java";

  private static final String LAB_SOURCE = "lab/src/main/java/dev/plumbline/lab/LabMain.java";

  private static final String REHEARSAL =
      """
      package dev.plumbline.controller.cli;
      public final class Rehearsal {
        public static void main(String[] args) throws Exception {
          Plumb.main(args);
        }
      }
      """;

  private static final String MAIN =
      """
      package %s;
      import java.nio.file.*;
      public final class %s {
        public static void main(String[] args) throws Exception {
          boolean cached = Files.readString(Path.of("/proc/self/maps")).contains("/plumb.aot");
          System.out.println("%s " + String.join("|", args));
          System.out.println("in " + System.getProperty("user.dir"));
          System.out.println("home " + System.getProperty("plumbline.home"));
          System.out.println(cached ? "cached" : "not cached");
          System.exit(args.length > 0 && args[0].equals("fail") ? 3 : 0);
        }
      }
      """;

  final Path home;
  final Map<String, String> environment = new TreeMap<>();

  /** One run of a program. */
  record Run(int exitCode, List<String> out, String err) {}

  Checkout(Path home) throws IOException {
    this.home = home.toRealPath();
    Files.copy(
        Path.of("..", "plumb"), this.home.resolve("plumb"), StandardCopyOption.COPY_ATTRIBUTES);
    write("mvnw", BUILD);
    write("pom.xml", "<project/>");
    write(LAB_SOURCE, MAIN.formatted("dev.plumbline.lab", "LabMain", "lab"));
    write(REHEARSAL_SOURCE, REHEARSAL);
    cliSays("first");
    environment.put("HOME", this.home.toString());
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }

  /** Changes the source of the command line, and what a build of it gives. */
  void cliSays(String greeting) throws IOException {
    write(CLI_SOURCE, MAIN.formatted("dev.plumbline.controller.cli", "Plumb", greeting));
    Path classes = home.resolve("classes");
    tool(
        "javac",
        "-proc:none",
        "-d",
        classes.toString(),
        home.resolve(CLI_SOURCE).toString(),
        home.resolve(REHEARSAL_SOURCE).toString(),
        home.resolve(LAB_SOURCE).toString());
    tool("jar", "-cf", home.resolve("compiled.jar").toString(), "-C", classes.toString(), ".");
  }

  private static void tool(String name, String... arguments) {
    int exitCode =
        ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
    if (exitCode != 0) {
      throw new IllegalStateException(name + " ended with " + exitCode);
    }
  }

  void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }

  /** The arguments of every build so far. */
  List<String> builds() throws IOException {
    Path builds = home.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  Run plumb(String... arguments) throws IOException, InterruptedException {
    return run(home, home.resolve("plumb"), arguments);
  }

  Run run(Path directory, Path program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path err = Files.createTempFile("plumb", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.redirectError(err.toFile()).start();
      process.getOutputStream().close();
      List<String> out = process.inputReader().lines().toList();
      return new Run(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }
}
