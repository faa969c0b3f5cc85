package dev.plumbline.controller.cli;

import static dev.plumbline.controller.cli.Scripts.*;

import java.util.List;
import java.util.function.Consumer;

/** Everything that the CLI prints, by situation; each stands in golden/CASE.EXIT.FORMAT. */
enum GoldenCase {
  CHECK_RIGHT(desk -> {}, "check"),
  CHECK_WRONG(desk -> desk.inventory(WRONG), "check"),
  PLAN_CHANGES(desk -> desk.controller.says(PLAN_WITH_EVERYTHING), "plan"),
  PLAN_NOTHING(desk -> desk.controller.says(PLAN_WITHOUT_STEPS), "plan"),
  PLAN_FAILS(desk -> desk.controller.says(PLAN_THAT_FAILS), "plan"),
  PLAN_OFFLINE(
      desk -> {
        desk.controller.says(PLAN_WITH_A_NODE_OFFLINE);
        desk.controller.status = STATUS;
      },
      "plan"),
  PLAN_WITHOUT_AGENTS(desk -> desk.controller.says(PLAN_WITHOUT_AGENTS_YET), "plan"),
  DRIFT_FOUND(desk -> desk.controller.says(DRIFT), "drift"),
  DRIFT_NONE(desk -> desk.controller.says(PLAN_WITHOUT_STEPS), "drift"),
  APPLY_CHANGES(desk -> desk.controller.says(APPLY), "apply"),
  APPLY_NOTHING(desk -> desk.controller.says(APPLY_WITHOUT_CHANGES), "apply"),
  APPLY_FAILS(desk -> desk.controller.says(APPLY_THAT_FAILS), "apply"),
  STATUS_KNOWN(desk -> desk.controller.status = STATUS, "status"),
  STATUS_EMPTY(desk -> {}, "status"),
  HISTORY(desk -> desk.controller.history.addAll(RUNS), "history"),
  HISTORY_EMPTY(desk -> {}, "history"),
  FACTS(desk -> desk.controller.facts.addAll(Scripts.FACTS), "facts"),
  CONTROLLER_RUNS(desk -> {}, "controller", "status"),
  CONTROLLER_ABSENT(desk -> desk.running = java.util.Optional.empty(), "controller", "status"),
  CHECK_NETWORK(desk -> desk.controller.jobs.reach.addAll(JobScripts.REACH), "check", "--network"),
  RUN_SUCCEEDS(desk -> desk.controller.jobs.says(JobScripts.SUCCEEDS), "run", "job.yaml"),
  RUN_FAILS(desk -> desk.controller.jobs.says(JobScripts.FAILS), "run", "job.yaml"),
  RUN_TIMES_OUT(desk -> desk.controller.jobs.says(JobScripts.TIMES_OUT), "run", "job.yaml"),
  RUN_IS_CANCELLED(desk -> desk.controller.jobs.says(JobScripts.CANCELLED), "run", "job.yaml"),
  RUN_IS_LOST(desk -> desk.controller.jobs.says(JobScripts.LOST), "run", "--np", "6", "--", "ls"),
  RUN_REFUSED(desk -> desk.controller.jobs.says(JobScripts.REFUSED), "run", "job.yaml"),
  RUN_WRONG(desk -> desk.file("job.yaml", JobScripts.WRONG), "run", "job.yaml"),
  RUN_DRY(desk -> desk.controller.jobs.says(JobScripts.CHECKED), "run", "--dry-run", "job.yaml"),
  RUN_DETACHED(desk -> desk.controller.jobs.says(JobScripts.SUCCEEDS), "run", "-d", "job.yaml"),
  JOBS(desk -> desk.controller.jobs.report = JobScripts.REPORT, "jobs"),
  JOBS_EMPTY(desk -> {}, "jobs"),
  JOB(desk -> desk.controller.jobs.record = JobScripts.FAILED, "job", "7"),
  JOB_RUNS(desk -> desk.controller.jobs.record = JobScripts.RUNS, "job"),
  LOGS(desk -> desk.controller.jobs.says(JobScripts.FAILS), "logs", "7"),
  LOGS_OF_ONE_RANK(desk -> desk.controller.jobs.says(JobScripts.FAILS), "logs", "7", "--rank", "3"),
  CANCEL(
      desk -> {
        desk.controller.jobs.record = JobScripts.RUNS;
        desk.controller.jobs.says(JobScripts.CANCELLED);
      },
      "cancel",
      "7"),
  FETCH(desk -> desk.controller.jobs.has(JobScripts.SUCCEEDED), "fetch", "7", "--to", "out"),
  DUMP(desk -> {}, "dump", "7"),
  DRAIN(desk -> {}, "drain", "workers", "--reason", "new disk"),
  DRAIN_REFUSED(
      desk -> desk.controller.jobs.refusal = "worker1 is drained already",
      "drain",
      "worker1",
      "--reason",
      "x"),
  RESUME(desk -> {}, "resume", "worker1"),
  REFUSED(desk -> desk.controller.refusal = "nothing was applied yet", "drift");

  private final Consumer<Desk> setting;
  private final List<String> words;

  GoldenCase(Consumer<Desk> setting, String... words) {
    this.setting = setting;
    this.words = List.of(words);
  }

  /** The file's name up to the exit code: {@code plan-changes}. */
  String fileName() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  int run(Desk desk, String format) {
    desk.inventory(Desk.THREE_NODES).file("job.yaml", JobScripts.JOB);
    setting.accept(desk);
    List<String> all = new java.util.ArrayList<>(words);
    all.addAll(List.of("--output", format));
    return desk.plumb(all.toArray(String[]::new));
  }
}
