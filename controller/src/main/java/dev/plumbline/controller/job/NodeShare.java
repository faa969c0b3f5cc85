package dev.plumbline.controller.job;

import java.util.List;
import java.util.Optional;

/**
 * What is kept of a job's end on one node.
 *
 * @param clean whether nothing of it runs there any more
 * @param givenUp why the node could not be cleaned in time; empty if it was, or may still be
 * @param collected whether its outputs are here
 */
public record NodeShare(
    boolean clean,
    String givenUp,
    boolean collected,
    List<PlacedFile> outputs,
    List<String> missing,
    Optional<Usage> usage) {
  public static final NodeShare NONE =
      new NodeShare(false, "", false, List.of(), List.of(), Optional.empty());

  public NodeShare {
    outputs = List.copyOf(outputs);
    missing = List.copyOf(missing);
  }

  NodeShare cleaned(Optional<Usage> newUsage) {
    return new NodeShare(
        true, "", collected, outputs, missing, newUsage.isPresent() ? newUsage : usage);
  }

  NodeShare givenUp(String reason) {
    return new NodeShare(clean, reason, collected, outputs, missing, usage);
  }

  NodeShare collected(List<PlacedFile> found, List<String> lacking) {
    return new NodeShare(clean, givenUp, true, found, lacking, usage);
  }
}
