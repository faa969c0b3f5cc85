package dev.plumbline.agent.job;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.agent.job.report.Phase;
import dev.plumbline.agent.job.report.Relay;
import dev.plumbline.agent.job.report.Shortage;
import dev.plumbline.agent.job.report.Trouble;
import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes and reads job.json. Secrets are not among it. */
final class JobFile {
  private JobFile() {}

  static void write(Path file, JobState state) throws Failure {
    AtomicFile.write(file, json(state).getBytes(StandardCharsets.UTF_8));
  }

  static JobState read(Path file) throws Failure {
    try {
      return state(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          "the state of a job cannot be read: " + e.getMessage(),
          "remove the directory of " + file + " on the node",
          e);
    }
  }

  static String json(JobState state) {
    Tree.Writer json = new Tree.Writer();
    json.text("job", state.id)
        .object("work", WorkForm.write(state.work))
        .text("phase", state.phase.name())
        .text("boot", state.boot)
        .number("generation", state.generation)
        .number("started", state.started)
        .flag("clean", state.clean)
        .number("cpu_ms", state.usage.cpuMillis())
        .number("memory_peak", state.usage.memoryPeak())
        .text("shortage", state.shortage.name())
        .objects("exit", state.exit.stream().toList(), JobFile::exit)
        .objects("outputs", state.outputs, WorkForm::placed)
        .texts("missing", state.missing)
        .objects(
            "problems",
            state.problems,
            each -> new Tree.Writer().text("message", each.message()).text("remedy", each.remedy()))
        .objects(
            "orteds",
            List.copyOf(state.orteds.values()),
            each ->
                new Tree.Writer()
                    .text("id", each.id())
                    .objects("exit", each.exit().stream().toList(), JobFile::exit));
    return json.json();
  }

  static JobState state(String json, String source) {
    Tree tree = Tree.read(json, source);
    JobState state = new JobState(tree.text("job"), WorkForm.read(tree.object("work")));
    state.phase = Phase.valueOf(tree.text("phase"));
    state.boot = tree.text("boot");
    state.generation = tree.number("generation");
    state.started = tree.number("started");
    state.clean = Boolean.parseBoolean(tree.text("clean"));
    state.usage = new Usage(tree.number("cpu_ms"), tree.number("memory_peak"));
    state.shortage = tree.find("shortage").map(Shortage::valueOf).orElse(Shortage.NONE);
    state.exit = tree.objects("exit", JobFile::exit).stream().findFirst();
    state.outputs = tree.objects("outputs", WorkForm::placed);
    state.missing = tree.texts("missing");
    state.problems =
        tree.objects("problems", each -> new Trouble(each.text("message"), each.text("remedy")));
    for (Tree each : tree.objects("orteds", orted -> orted)) {
      Optional<Exit> exit = each.objects("exit", JobFile::exit).stream().findFirst();
      state.orteds.put(each.text("id"), new Relay(each.text("id"), "", List.of(), exit));
    }
    return state;
  }

  private static Tree.Writer exit(Exit exit) {
    Tree.Writer json =
        new Tree.Writer()
            .number("code", exit.code())
            .text("cause", exit.cause())
            .text("last_lines", exit.lastLines())
            .text("blame", exit.blame().name());
    return exit.rank().isPresent() ? json.number("rank", exit.rank().getAsInt()) : json;
  }

  private static Exit exit(Tree tree) {
    return new Exit(
        (int) tree.number("code"),
        tree.text("cause"),
        tree.text("last_lines"),
        tree.find("rank").stream().mapToInt(Integer::parseInt).findFirst(),
        Exit.Blame.valueOf(tree.text("blame")));
  }
}
