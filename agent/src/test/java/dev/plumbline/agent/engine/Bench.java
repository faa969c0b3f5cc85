package dev.plumbline.agent.engine;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.Ports;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.plan.Plan;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An engine over a {@link World}, with its plans and reports as readable lines. */
public final class Bench implements StepListener, Guarding {
  public static final Ports NONE =
      new Ports() {
        @Override
        public <P> P get(Class<P> port) {
          throw new IllegalArgumentException("no port " + port);
        }
      };

  final World world = new World();
  final Engine engine = new Engine(Zoo.registry(world), NONE);

  /** What the listener heard. */
  final List<String> heard = new ArrayList<>();

  /** Why guarded changes are rolled back; empty if they are confirmed. */
  String unconfirmed = "";

  private List<Catalog.Entry> before = List.of();
  private Owed owed = Owed.NOTHING;

  /** Sets what the last apply left behind. */
  Bench after(List<Catalog.Entry> entries, Owed reactions) {
    before = entries;
    owed = reactions;
    return this;
  }

  Desired desired(Catalog.Entry... entries) {
    return Desired.after(before, owed, new Catalog("n1", List.of(entries)), "hash");
  }

  Planning planning(Catalog.Entry... entries) throws Failure {
    return engine.plan(desired(entries), this);
  }

  List<String> plan(Catalog.Entry... entries) throws Failure {
    return lines(planning(entries).plan());
  }

  Report report(Catalog.Entry... entries) throws Failure {
    return engine.apply(planning(entries), this, this);
  }

  List<String> apply(Catalog.Entry... entries) throws Failure {
    return lines(report(entries));
  }

  Report recover(
      Map<ResourceId, List<Change>> started,
      Map<ResourceId, Outcome> done,
      Catalog.Entry... entries)
      throws Failure {
    return engine.recover(desired(entries), new Interrupted(started, done), this);
  }

  @Override
  public Armed arm(Map<ResourceId, Guard> guards, ProgressListener listener) throws Failure {
    String files =
        guards.values().stream()
            .map(guard -> guard.files().getFirst().toString())
            .collect(Collectors.joining(" "));
    world.does("arm " + files);
    Map<ResourceId, String> values = Map.copyOf(world.values);
    return new Armed() {
      @Override
      public Optional<RolledBack> confirm() {
        world.log.add("confirm " + files);
        return unconfirmed.isEmpty()
            ? Optional.empty()
            : Optional.of(back("after 30 s: " + unconfirmed));
      }

      @Override
      public RolledBack rollBack() {
        world.log.add("roll back " + files);
        return back("at once");
      }

      private RolledBack back(String how) {
        world.values.clear();
        world.values.putAll(values);
        return new RolledBack(how, "correct it");
      }
    };
  }

  @Override
  public void starting(ResourceId id, List<Change> changes) throws Failure {
    world.does("starting " + id);
    heard.add("starting " + id + ": " + Text.of(changes));
  }

  @Override
  public void now(ResourceId id, String what) {
    heard.add("now " + id + ": " + what);
  }

  @Override
  public void done(ResourceId id, Outcome outcome) {
    heard.add("done " + line(id, outcome));
  }

  static List<String> lines(Plan plan) {
    List<String> lines = new ArrayList<>();
    plan.steps().forEach(step -> lines.add(line(step)));
    plan.unmanaged().forEach(id -> lines.add(id + " no longer managed"));
    lines.add(plan.unchanged() + " unchanged");
    return lines;
  }

  static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    report.steps().forEach(step -> lines.add(line(step.id(), step.outcome())));
    report.unmanaged().forEach(id -> lines.add(id + " no longer managed"));
    lines.add(report.unchanged() + " unchanged");
    return lines;
  }

  private static String line(PlanStep step) {
    return step.id()
        + switch (step) {
          case PlanStep.Apply apply ->
              " apply: "
                  + Text.of(apply.changes())
                  + (apply.settledBy().isEmpty()
                      ? ""
                      : " settled by " + apply.settledBy().stream().sorted().toList());
          case PlanStep.Withdraw withdraw -> " withdraw: " + Text.of(withdraw.changes());
          case PlanStep.SideEffect effect ->
              " along with " + effect.because() + ": " + Text.of(List.of(effect.change()));
          case PlanStep.Wait wait ->
              " waits for " + wait.on().stream().map(ExportKey::toString).sorted().toList();
          case PlanStep.Fail fail -> " fails: " + fail.message() + "; " + fail.remedy();
          case PlanStep.Skip skip -> " skipped: " + skip.reason();
        };
  }

  private static String line(ResourceId id, Outcome outcome) {
    return id
        + switch (outcome) {
          case Outcome.Changed changed -> " changed: " + Text.of(changed.changes());
          case Outcome.Unchanged _ -> " unchanged";
          case Outcome.Skipped skipped -> " skipped: " + skipped.reason();
          case Outcome.Waiting waiting -> " waits for " + waiting.on();
          case Outcome.Failed failed -> " failed: " + failed.message() + "; " + failed.remedy();
        };
  }
}
