package dev.plumbline.inventory.job;

import dev.plumbline.inventory.Caller;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.yaml.YamlBytes;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads jobs. Reads files, changes nothing, and asks no network. */
public final class JobLoader {
  private static final String COMMAND_LINE = "plumb run";

  private final Caller caller;
  private final Inventory inventory;
  private final JobChanges changes;
  private final Problems problems = new Problems();

  /** One instance loads one job. */
  public JobLoader(Caller caller, Inventory inventory, JobChanges changes) {
    this.caller = caller;
    this.inventory = inventory;
    this.changes = changes;
  }

  /**
   * Loads the job of a file.
   *
   * @param name the file as the user named it
   */
  public JobResult load(String name) {
    JobFile file = new JobFile(caller.resolve(caller.directory(), name), name);
    return bytes(file)
        .flatMap(bytes ->
            YamlBytes.read(bytes, name, problems)
                .flatMap(tree ->
                    new JobReader(caller.environment(), changes, problems)
                        .read(tree)
                        .flatMap(
                            read -> place(read, file, new String(bytes, StandardCharsets.UTF_8)))))
        .filter(_ -> problems.isEmpty())
        .<JobResult>map(JobResult.Loaded::new)
        .orElseGet(() -> new JobResult.Invalid(problems.sorted()));
  }

  /**
   * The job of a program that somebody typed: ranks where the caller says how many, else once on
   * every node.
   *
   * @param command the program and its arguments, literally
   */
  public JobResult program(List<String> command) {
    Origin origin = Origin.of(COMMAND_LINE);
    JobKind kind = changes.ranks().isPresent() ? JobKind.MPI : JobKind.COMMAND;
    Map<String, Value> keys = new LinkedHashMap<>();
    keys.put("job", new Value.Scalar(nameOf(command.getFirst()), false, origin));
    keys.put("kind", new Value.Scalar(kind.word(), false, origin));
    List<Value> words = new ArrayList<>();
    command.forEach(word -> words.add(JobReader.literal(word, origin)));
    keys.put("command", new Value.Sequence(words, origin));
    JobFile nowhere = new JobFile(caller.directory().resolve(COMMAND_LINE), "");
    return new JobReader(caller.environment(), changes, problems)
        .read(JobReader.mapping(keys, origin))
        .flatMap(read -> place(read, nowhere, ""))
        .filter(_ -> problems.isEmpty())
        .<JobResult>map(JobResult.Loaded::new)
        .orElseGet(() -> new JobResult.Invalid(problems.sorted()));
  }

  private static String nameOf(String program) {
    String base = program.substring(program.lastIndexOf('/') + 1);
    String name = base.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[._-]+|[._-]+$", "");
    return name.isEmpty() ? "program" : name.substring(0, Math.min(63, name.length()));
  }

  private Optional<Job> place(JobReader.Read read, JobFile file, String text) {
    JobPlacing placing = new JobPlacing(inventory, problems);
    Optional<JobNodes> nodes = placing.nodes(read);
    Optional<String> user = placing.user(read);
    JobFiles files = new JobFiles(path -> resolve(file, path), problems);
    List<LocalFile> program = files.program(read);
    new MainClass(problems).check(read, program);
    List<InputFiles> inputs = files.inputs(read);
    if (nodes.isEmpty() || user.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Job(
            read.document(),
            nodes.get(),
            user.get(),
            inventory.jobs().network().map(Object::toString),
            program,
            inputs,
            file.name(),
            text));
  }

  private Path resolve(JobFile file, String path) {
    return caller.resolve(file.directory(), path);
  }

  private Optional<byte[]> bytes(JobFile file) {
    try (InputStream in = Files.newInputStream(file.path())) {
      return Optional.of(in.readNBytes(YamlBytes.LIMIT + 1));
    } catch (NoSuchFileException _) {
      problems.add("job-file-missing", Origin.of(file.name()), "there is no such file");
    } catch (IOException e) {
      problems.add(
          "job-file-unreadable", Origin.of(file.name()), "cannot read the file: " + e.getMessage());
    }
    return Optional.empty();
  }
}
