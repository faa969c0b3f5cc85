package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;

/** What a shortage of memory on a node has to do with the end of a job. */
final class OutOfMemory {
  private OutOfMemory() {}

  /** The job, now that a node has told whether memory was short there. */
  static JobRecord told(JobRecord job, Place place, Shortage shortage) {
    Verdict verdict = job.verdict().orElseThrow();
    boolean failed = verdict.end() == JobPhase.FAILED || verdict.end() == JobPhase.LOST;
    if (shortage == Shortage.NONE || !failed || verdict.exit().isEmpty()) {
      return job;
    }
    List<String> why = new ArrayList<>(verdict.why());
    why.add(sentence(job.spec(), place, shortage));
    return job.judged(
        new Verdict(
            verdict.end(),
            verdict.cause().map(OutOfMemory::cause),
            why,
            verdict.code(),
            verdict.exit(),
            verdict.obstacles()));
  }

  /** Where the code is not the program's own, the cause stays what says so. */
  private static Cause cause(Cause known) {
    return switch (known) {
      case PROGRAM, SIGNAL, MEMORY -> Cause.MEMORY;
      case LAUNCHER, NODE_LOST, MISSING_OUTPUT, REFUSED, CANCELLED, MAX_RUNTIME -> known;
    };
  }

  private static String sentence(JobSpec spec, Place place, Shortage shortage) {
    String ended = "memory ran out: the kernel ended a process of the job on " + place.node();
    if (shortage != Shortage.LIMIT || spec.memoryPerRank() == 0) {
      return ended
          + ", which had none left; start fewer ranks there, or limit them with memory_per_rank";
    }
    String who =
        spec.kind() == JobKind.MPI
            ? "where " + (place.ranks() == 1 ? "1 rank" : place.ranks() + " ranks")
            : "where the program";
    return ended
        + ", "
        + who
        + " had used all that memory_per_rank allows, "
        + Bytes.text(spec.memoryPerRank())
        + (spec.kind() == JobKind.MPI ? " each" : "")
        + "; raise it in the job file";
  }
}
