package dev.plumbline.inventory.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Cases with files that no repository can hold. */
final class OddFiles {
  private static final String JOB =
      """
      job: odd
      kind: command
      command: [ls]
      inputs:
        data: data
      """;

  private static final String JAVA =
      """
      job: odd
      kind: mpi
      java: {jar: [app.jar, lib.jar], main: org.example.Main}
      """;

  private static final String SPARK =
      """
      job: odd
      kind: spark
      jar: app.jar
      main: Main
      """;

  static final Map<String, Writer> CASES =
      Map.of(
          "no-class",
          rig ->
              rig.jar("app.jar", "Main")
                  .jar("lib.jar", "org.example.Other")
                  .write("job.yaml", JAVA),
          "no-class-of-spark",
          rig -> rig.jar("app.jar", "org.example.Main").write("job.yaml", SPARK),
          "not-jars",
          rig -> rig.write("app.jar", "text").write("lib.jar", "").write("job.yaml", JAVA),
          "odd-files",
          rig -> {
            Path data = Files.createDirectory(rig.write("job.yaml", JOB).directory.resolve("data"));
            Files.createDirectory(data.resolve("deep"));
            Files.writeString(data.resolve("deep/right.txt"), "right");
            Files.createSymbolicLink(data.resolve("deep/back"), data);
            Files.createSymbolicLink(data.resolve("dangling"), Path.of("nowhere"));
            run("mkfifo", data.resolve("pipe").toString());
            run("sh", "-c", "cd '" + data + "' && : >\"$(printf 'latin\\344')\"");
          },
          "no-file",
          rig -> {},
          "a-folder",
          rig -> Files.createDirectory(rig.directory.resolve("job.yaml")));

  private OddFiles() {}

  /** Writes the files of a case into an empty directory. */
  @FunctionalInterface
  interface Writer {
    void write(JobRig rig) throws IOException, InterruptedException;
  }

  static void write(String name, JobRig rig) throws IOException, InterruptedException {
    Objects.requireNonNull(CASES.get(name), () -> name + " has no files").write(rig);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new AssertionError(String.join(" ", command));
    }
  }
}
