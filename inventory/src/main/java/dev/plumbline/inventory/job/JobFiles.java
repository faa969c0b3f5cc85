package dev.plumbline.inventory.job;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the files of this machine that a job names. */
final class JobFiles {
  private final Function<String, Path> absolute;
  private final Problems problems;

  /**
   * @param absolute the path that a text of the job file means; throws {@link InvalidPathException}
   */
  JobFiles(Function<String, Path> absolute, Problems problems) {
    this.absolute = absolute;
    this.problems = problems;
  }

  /** The files of a program: what is started, then its libraries in their order. */
  List<LocalFile> program(JobReader.Read read) {
    JobDocument job = read.document();
    List<LocalFile> files = new ArrayList<>();
    job.java()
        .ifPresent(java -> {
          Origin origin = place(read, "java", "jar");
          java.jar().forEach(jar -> file(jar, origin).ifPresent(files::add));
        });
    job.python().flatMap(file -> file(file, read.origin("python"))).ifPresent(files::add);
    job.jar().forEach(jar -> file(jar, read.origin("jar")).ifPresent(files::add));
    return files;
  }

  List<InputFiles> inputs(JobReader.Read read) {
    List<InputFiles> inputs = new ArrayList<>();
    Optional<Value> written = child(read.tree(), "inputs");
    for (Map.Entry<String, JobInput> entry : read.document().inputs().entrySet()) {
      String name = entry.getKey();
      Optional<Value> one = written.flatMap(all -> child(all, name));
      Origin origin = place(one, "path", read.origin("inputs"));
      input(name, entry.getValue(), origin).ifPresent(inputs::add);
    }
    return inputs;
  }

  private Optional<InputFiles> input(String name, JobInput input, Origin origin) {
    Optional<Path> path = path(input.path(), origin);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    FileWalk walk = new FileWalk(origin, problems, new Globs(input.exclude()));
    if (Files.isDirectory(path.get())) {
      return Optional.of(walk.folder(name, path.get(), input.path()));
    }
    if (!input.exclude().isEmpty() && Files.exists(path.get())) {
      problems.add(
          "job-exclude-file", origin, input.path() + " is one file, of which nothing is excluded");
    }
    return walk.file(path.get(), input.path())
        .map(file -> new InputFiles(name, false, List.of(file), List.of(), 0));
  }

  private Optional<LocalFile> file(String text, Origin origin) {
    Optional<Path> path = path(text, origin);
    if (path.isPresent() && Files.isDirectory(path.get())) {
      problems.add("job-program-folder", origin, text + " is a folder, and should be a file");
      return Optional.empty();
    }
    return path.flatMap(
        file -> new FileWalk(origin, problems, new Globs(List.of())).file(file, text));
  }

  private Optional<Path> path(String text, Origin origin) {
    try {
      return Optional.of(absolute.apply(text));
    } catch (InvalidPathException e) {
      problems.add("job-path", origin, "this is no path: " + e.getReason());
      return Optional.empty();
    }
  }

  /** Where a key of a part of the job stands, or that part. */
  static Origin place(JobReader.Read read, String part, String key) {
    return place(child(read.tree(), part), key, read.origin(part));
  }

  private static Optional<Value> child(Value value, String key) {
    return value instanceof Value.Mapping mapping ? mapping.get(key) : Optional.empty();
  }

  /** Where the key of a map stands, or the scalar in place of the map. */
  private static Origin place(Optional<Value> value, String key, Origin otherwise) {
    return value
        .map(found -> child(found, key).map(Value::origin).orElse(found.origin()))
        .orElse(otherwise);
  }
}
