package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a job gave. */
public final class Outputs {
  private static final int FAILED = 1;

  private Outputs() {}

  /**
   * All outputs. Those of the head keep their paths; where several nodes may write the same, a
   * folder with the node's name keeps them apart.
   */
  public static List<PlacedFile> of(JobRecord job) {
    boolean apart = job.heads().size() > 1;
    List<PlacedFile> outputs = new ArrayList<>();
    for (Place place : job.places()) {
      boolean plain = !apart && job.isHead(place.node());
      for (PlacedFile file : job.share(place.node()).outputs()) {
        outputs.add(plain ? file : file.within(place.node()));
      }
    }
    return outputs;
  }

  /** A job that succeeded but for a required output has failed. */
  static Verdict judge(JobRecord job) {
    Verdict verdict = job.verdict().orElseThrow();
    if (verdict.end() != JobPhase.SUCCEEDED) {
      return verdict;
    }
    List<String> why = missing(job);
    return why.isEmpty()
        ? verdict
        : new Verdict(
            JobPhase.FAILED,
            Optional.of(Cause.MISSING_OUTPUT),
            why,
            FAILED,
            verdict.exit(),
            List.of());
  }

  private static List<String> missing(JobRecord job) {
    List<String> why = new ArrayList<>();
    for (String glob : job.spec().required()) {
      if (job.spec().kind() == JobKind.COMMAND) {
        job.places().stream()
            .map(Place::node)
            .filter(node -> job.share(node).missing().contains(glob))
            .forEach(node -> why.add("the required output '" + glob + "' was not made on " + node));
      } else if (job.places().stream()
          .map(place -> job.share(place.node()))
          .allMatch(share -> share.outputs().isEmpty() || share.missing().contains(glob))) {
        why.add("the required output '" + glob + "' was not made on any node");
      }
    }
    return why;
  }
}
