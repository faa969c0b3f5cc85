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
    desk.inventory(Desk.THREE_NODES);
    setting.accept(desk);
    List<String> all = new java.util.ArrayList<>(words);
    all.addAll(List.of("--output", format));
    return desk.plumb(all.toArray(String[]::new));
  }
}
