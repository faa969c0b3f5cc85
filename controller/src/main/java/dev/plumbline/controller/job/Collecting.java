package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A job is over. Its ranks are ended by {@code mpirun} if that still runs, then by every agent; a
 * node where that cannot be seen in time is given up. Then the outputs and the rest of the log
 * come.
 */
final class Collecting {
  private Collecting() {}

  static Decision decide(JobView view) {
    JobRecord job = view.job();
    Verdict verdict = job.verdict().orElseThrow();
    List<Step> steps = new ArrayList<>();
    boolean gentle = !view.inPhaseFor(view.deadlines().ended()) && isRunning(view);
    boolean open = false;
    for (Place place : job.places()) {
      job = clean(view, job, place, gentle, steps);
      NodeShare share = job.share(place.node());
      open |= !share.clean() && share.givenUp().isEmpty();
      if (verdict.collects() && job.spec().hasOutputs() && !share.collected()) {
        Fetch fetch = fetch(view, job, place, share);
        if (fetch.trouble().isPresent()) {
          return Decision.become(job.judged(verdict.becomes(fetch.trouble().get())));
        }
        fetch.step().ifPresent(steps::add);
        job = fetch.share().isPresent() ? job.with(place.node(), fetch.share().get()) : job;
        open |= !job.share(place.node()).collected();
      }
      open |= job.isHead(place.node()) && lacksLog(view, place);
    }
    return open ? new Decision(job, steps) : conclude(view, job, steps);
  }

  private static boolean isRunning(JobView view) {
    return view.job().heads().stream()
        .map(view::node)
        .anyMatch(head -> head.live() && head.is(JobReport.Phase.RUNNING));
  }

  private static JobRecord clean(
      JobView view, JobRecord job, Place place, boolean gentle, List<Step> steps) {
    NodeShare share = job.share(place.node());
    if (share.clean()) {
      return job;
    }
    NodeSight node = view.node(place);
    Optional<JobReport> report = node.live() ? node.report() : Optional.empty();
    if (report.isPresent() && isClean(report.get())) {
      return OutOfMemory.told(job, place, report.get().shortage())
          .with(place.node(), share.cleaned(report.get().usage()));
    }
    if (node.live() && report.isPresent() && !gentle) {
      steps.add(new Step.Tell(place.node(), new JobOrder.End()));
    } else if (node.is(JobReport.Phase.RUNNING) && job.isHead(place.node())) {
      steps.add(new Step.Tell(place.node(), new JobOrder.Signal(JobOrder.Signal.Kind.TERM)));
    }
    return view.inPhaseFor(view.deadlines().cleaned()) && share.givenUp().isEmpty()
        ? job.with(place.node(), share.givenUp(reason(job, place, node)))
        : job;
  }

  private static boolean isClean(JobReport report) {
    return switch (report.phase()) {
      // Where nothing is known of the job, its units may still be there, and resist.
      case CLEAN, UNKNOWN -> report.problems().isEmpty();
      case PREPARING, PREPARED, RUNNING, ENDED, COLLECTING, COLLECTED -> false;
    };
  }

  private static String reason(JobRecord job, Place place, NodeSight node) {
    String why =
        node.live()
            ? node.report()
                .flatMap(report -> report.problems().stream().findFirst())
                .map(Obstacle::message)
                .orElse("its agent has not said that nothing of it is left")
            : "its agent is not connected";
    return place.node() + " could not be cleaned of " + job.title() + ": " + why;
  }

  /** What comes of a look at a node's outputs. */
  private record Fetch(Optional<Step> step, Optional<NodeShare> share, Optional<Verdict> trouble) {
    static final Fetch WAIT = new Fetch(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Fetch fetch(JobView view, JobRecord job, Place place, NodeShare share) {
    NodeSight node = view.node(place);
    if (!node.live()) {
      return view.isLost(place)
          ? lost(job, place, Cause.NODE_LOST, "was lost before its outputs were here")
          : Fetch.WAIT;
    }
    if (!share.clean() || node.report().isEmpty()) {
      boolean hopeless = !share.givenUp().isEmpty() && view.inPhaseFor(view.deadlines().nodeLost());
      return hopeless
          ? unread(job, place, "cannot be cleaned, so that its outputs are not fetched")
          : Fetch.WAIT;
    }
    JobReport report = node.report().get();
    return switch (report.phase()) {
      case COLLECTED ->
          new Fetch(
              Optional.empty(),
              Optional.of(share.collected(report.outputs(), report.missing())),
              Optional.empty());
      case UNKNOWN -> unread(job, place, "knows nothing of the job any more");
      case COLLECTING -> collecting(view, job, place, node);
      case PREPARING, PREPARED, RUNNING, ENDED, CLEAN -> collect(job, place);
    };
  }

  private static Fetch collect(JobRecord job, Place place) {
    return new Fetch(
        Optional.of(
            new Step.Tell(
                place.node(), new JobOrder.Collect(job.spec().required(), job.spec().optional()))),
        Optional.empty(),
        Optional.empty());
  }

  private static Fetch collecting(JobView view, JobRecord job, Place place, NodeSight node) {
    List<Obstacle> problems = node.report().orElseThrow().problems();
    if (node.isStuck(node.collectTold())) {
      return unread(job, place, "could not send its outputs: " + problems.getFirst().line());
    }
    if (!problems.isEmpty()) {
      return collect(job, place);
    }
    return view.elapsed(node.moved(), view.deadlines().stalled())
        ? unread(job, place, "has sent nothing of its outputs for a long time")
        : Fetch.WAIT;
  }

  /** The node is there: on another one, the same would be done once more, and end likewise. */
  private static Fetch unread(JobRecord job, Place place, String what) {
    return lost(job, place, Cause.MISSING_OUTPUT, what);
  }

  /** Outputs that are not on a head are a bonus. */
  private static Fetch lost(JobRecord job, Place place, Cause cause, String what) {
    NodeShare without = job.share(place.node()).collected(List.of(), List.of());
    return job.isHead(place.node())
        ? new Fetch(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Verdict.of(JobPhase.LOST, cause, Verdict.LOST, place.node() + " " + what)))
        : new Fetch(Optional.empty(), Optional.of(without), Optional.empty());
  }

  private static boolean lacksLog(JobView view, Place place) {
    NodeSight node = view.node(place);
    if (!node.live()) {
      return !view.isLost(place) && view.job().verdict().orElseThrow().exit().isPresent();
    }
    // One that has just come back has not said yet how much there is.
    return node.report().map(report -> report.logSize() > node.logKept()).orElse(true)
        && !view.elapsed(node.moved(), view.deadlines().stalled());
  }

  private static Decision conclude(JobView view, JobRecord job, List<Step> steps) {
    Verdict verdict = Outputs.judge(job);
    if (verdict.isWorthAnotherTry(job)) {
      List<String> why = new ArrayList<>(verdict.why());
      why.add("attempt " + (job.attempt() + 1) + " of " + (job.spec().retries() + 1));
      return new Decision(job.again(why, view.now()), steps);
    }
    return new Decision(job.judged(verdict).in(verdict.end(), verdict.why(), view.now()), steps);
  }
}
