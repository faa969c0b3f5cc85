package dev.plumbline.inventory.job;

import dev.plumbline.resources.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One wrong job file; comments in its first lines are options of the caller: {@code # --np 9}. */
record JobProblemCase(String name) {
  static final Path FOLDER = Path.of("src/test/resources/job-problems");

  static List<JobProblemCase> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return Stream.concat(
              files.map(
                  file -> file.getFileName().toString().replaceAll("\\.(yaml|problems)$", "")),
              OddFiles.CASES.keySet().stream())
          .distinct()
          .sorted()
          .map(JobProblemCase::new)
          .toList();
    }
  }

  /** What loading it in an empty directory finds wrong: one problem per line, with its rule. */
  String problems(Path directory) throws IOException, InterruptedException {
    JobRig rig = new JobRig(directory);
    Path folder = FOLDER.resolve(name);
    if (Files.isDirectory(folder)) {
      copy(folder, directory);
    } else if (Files.exists(FOLDER.resolve(name + ".yaml"))) {
      Files.copy(FOLDER.resolve(name + ".yaml"), directory.resolve("job.yaml"));
    } else {
      OddFiles.write(name, rig);
    }
    Path job = directory.resolve("job.yaml");
    JobResult result =
        rig.load("job.yaml", changes(Files.isRegularFile(job) ? Files.readString(job) : ""));
    return switch (result) {
      case JobResult.Loaded _ -> "";
      case JobResult.Invalid invalid ->
          invalid.problems().stream()
              .map(JobProblemCase::line)
              .collect(Collectors.joining())
              .replace(directory.toString(), "DIRECTORY");
    };
  }

  String expected() throws IOException {
    Path file = FOLDER.resolve(name + ".problems");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static JobChanges changes(String text) {
    Map<String, String> set = new LinkedHashMap<>();
    Map<String, String> env = new LinkedHashMap<>();
    Optional<Integer> ranks = Optional.empty();
    List<String> nodes = new ArrayList<>();
    for (String line : text.lines().filter(line -> line.startsWith("# --")).toList()) {
      String[] words = line.substring(2).split("[ =]", 3);
      switch (words[0]) {
        case "--set" -> set.put(words[1], words[2]);
        case "--env" -> env.put(words[1], words[2]);
        case "--np" -> ranks = Optional.of(Integer.valueOf(words[1]));
        case "--limit" -> nodes.add(words[1]);
        default -> throw new AssertionError(line);
      }
    }
    return new JobChanges(set, env, ranks, nodes);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(file -> !file.equals(from)).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static String line(Problem problem) {
    return problem + " [" + problem.id() + "]\n";
  }

  @Override
  public String toString() {
    return name;
  }
}
