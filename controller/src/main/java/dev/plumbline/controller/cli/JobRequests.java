package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.content.Progress;
import dev.plumbline.controller.cli.content.Upload;
import dev.plumbline.controller.cli.json.ReportJson;
import dev.plumbline.controller.cli.render.Amount;
import dev.plumbline.controller.cli.screen.JobScreen;
import dev.plumbline.controller.client.job.AskedJob;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.controller.client.job.PlacedFile;
import dev.plumbline.controller.client.job.RunRequest;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.Node;
import dev.plumbline.inventory.job.InputFiles;
import dev.plumbline.inventory.job.Job;
import dev.plumbline.inventory.job.JobChanges;
import dev.plumbline.inventory.job.JobLoader;
import dev.plumbline.inventory.job.JobResult;
import dev.plumbline.resources.value.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes of a command line what a controller is asked to run, and brings it the files. */
final class JobRequests {
  private final Invocation invocation;
  private final JobScreen screen;
  private Optional<Job> job = Optional.empty();

  JobRequests(Invocation invocation, JobScreen screen) {
    this.invocation = invocation;
    this.screen = screen;
  }

  /**
   * Reads what can be read without a controller.
   *
   * @throws Trouble with all that is wrong; exit code 126
   */
  void read() {
    try {
      JobChanges changes = changes();
      if (!invocation.has(Commands.AGAIN)) {
        job = Optional.of(load(changes));
        job.ifPresent(found -> secrets(found.document().secrets()));
      }
    } catch (Trouble e) {
      throw e.withExitCode(ExitCode.REFUSED);
    }
  }

  /** Brings the files to the controller, as far as it lacks them. */
  RunRequest send(Jobs jobs) {
    AskedJob asked = job.isPresent() ? upload(jobs, job.get()) : again(jobs);
    return new RunRequest(
        asked,
        secrets(asked.secrets()),
        invocation.has(Commands.FORCE),
        invocation.has(Commands.DRY_RUN));
  }

  private Job load(JobChanges changes) {
    Inventory inventory = invocation.inventory();
    JobLoader loader =
        new JobLoader(invocation.surroundings().caller(), inventory, limited(inventory, changes));
    List<String> program = invocation.arguments().program();
    JobResult result =
        program.isEmpty()
            ? loader.load(invocation.arguments().operand(0).orElseThrow())
            : loader.program(program);
    return switch (result) {
      case JobResult.Loaded loaded -> loaded.job();
      case JobResult.Invalid invalid -> {
        if (invocation.output().json()) {
          invocation.output().json(ReportJson.problems(invalid.problems()));
          throw Trouble.all(List.of());
        }
        List<String> lines =
            new ArrayList<>(invalid.problems().stream().map(Problem::toString).toList());
        lines.add(
            (lines.size() == 1 ? "1 problem" : lines.size() + " problems")
                + "; nothing was started.");
        throw Trouble.all(lines);
      }
    };
  }

  private JobChanges limited(Inventory inventory, JobChanges changes) {
    List<String> selectors = invocation.arguments().list(Commands.LIMIT);
    if (selectors.isEmpty()) {
      return changes;
    }
    List<String> known = inventory.nodes().stream().map(Node::name).toList();
    List<String> limit = invocation.limit(inventory);
    // All of them is no limit: then nodes may come and go until the job starts.
    return new JobChanges(
        changes.set(), changes.env(), changes.ranks(), limit.equals(known) ? List.of() : limit);
  }

  private JobChanges changes() {
    Map<String, String> set = new LinkedHashMap<>();
    for (String text : given(Commands.SET)) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw Trouble.of("--set needs NAME=VALUE, not '" + text + "'", "");
      }
      set.put(text.substring(0, equals), text.substring(equals + 1));
    }
    Optional<Integer> ranks =
        invocation.has(Commands.RANKS)
            ? Optional.of(invocation.number(Commands.RANKS, 1))
            : Optional.empty();
    return new JobChanges(set, environment(), ranks, List.of());
  }

  private Map<String, String> environment() {
    Map<String, String> ours = invocation.surroundings().caller().environment();
    Map<String, String> env = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String text : given(Commands.ENV)) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      String value = equals < 0 ? ours.get(name) : text.substring(equals + 1);
      if (value == null) {
        missing.add(
            "plumb: the environment has no " + name + " → set it, or say --env " + name + "=…");
      } else {
        env.put(name, value);
      }
    }
    if (!missing.isEmpty()) {
      throw Trouble.all(missing);
    }
    return env;
  }

  private List<String> given(String option) {
    return invocation.arguments().options().getOrDefault(option, List.of());
  }

  /** The values of secrets, which only the caller has. */
  private Map<String, String> secrets(List<String> names) {
    Map<String, String> ours = invocation.surroundings().caller().environment();
    Map<String, String> secrets = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      String value = ours.get(name);
      if (value == null) {
        missing.add(
            "plumb: the job wants the secret "
                + name
                + ", and the environment has none → set it where you call plumb");
      } else {
        secrets.put(name, value);
      }
    }
    if (!missing.isEmpty()) {
      throw Trouble.all(missing).withExitCode(ExitCode.REFUSED);
    }
    return secrets;
  }

  private AskedJob upload(Jobs jobs, Job found) {
    for (InputFiles input : found.inputs()) {
      if (!input.emptyFolders().isEmpty()) {
        screen.say(
            "note: folders without files do not travel; of input "
                + input.name()
                + ": "
                + String.join(", ", input.emptyFolders()));
      }
    }
    Progress progress =
        (what, done, total) -> screen.now(what + " " + Amount.of(done) + " of " + Amount.of(total));
    Upload upload = new Upload(progress);
    AskedJob asked = new JobAsking(invocation, screen, upload).of(found);
    // A check needs no files, but all that can be wrong with them is known by now.
    long sent = invocation.has(Commands.DRY_RUN) ? 0 : upload.send(jobs);
    if (sent > 0) {
      screen.say("sent " + Amount.of(sent) + " to the controller");
    }
    return asked;
  }

  private AskedJob again(Jobs jobs) {
    long id = JobIds.parse(invocation.arguments().value(Commands.AGAIN).orElseThrow());
    AskedJob asked = jobs.get(id).asked();
    List<Jobs.From> lacking =
        jobs.offer(asked.files().stream().map(PlacedFile::content).distinct().toList());
    if (!lacking.isEmpty()) {
      throw Trouble.of(
              (lacking.size() == 1 ? "1 file of job " : lacking.size() + " files of job ")
                  + id
                  + " can no longer be had",
              asked.source().isEmpty()
                  ? "run its program anew"
                  : "run its job file anew: plumb run " + asked.source())
          .withExitCode(ExitCode.REFUSED);
    }
    Map<String, String> env = new TreeMap<>(asked.env());
    environment()
        .forEach((name, value) ->
            env.put(name, dev.plumbline.inventory.substitution.Substitution.literal(value)));
    int ranks =
        invocation.has(Commands.RANKS) ? invocation.number(Commands.RANKS, 1) : asked.ranks();
    return asked.with(ranks, env);
  }
}
