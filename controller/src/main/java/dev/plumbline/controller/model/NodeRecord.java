package dev.plumbline.controller.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the controller remembers of one node.
 *
 * @param seen what its agent last said of itself; empty if it was never connected
 * @param since when it was last connected or disconnected
 * @param revision the last one that it was given
 * @param applied its last apply
 * @param verdict how it stood when it was last looked at
 */
public record NodeRecord(
    String name,
    Optional<Seen> seen,
    Optional<Instant> since,
    Revision revision,
    Optional<Applied> applied,
    Verdict verdict) {

  /**
   * What an agent said of itself.
   *
   * @param hostKey SHA-256 fingerprint of the SSH host key; empty if there is none
   */
  public record Seen(String machineId, String hostKey, String build) {}

  /**
   * An apply that reached its end.
   *
   * @param hash of the catalog
   * @param unfinished what failed, waits or was skipped
   */
  public record Applied(
      long generation, long revision, String hash, Instant at, List<StepResult> unfinished) {
    public Applied {
      unfinished = List.copyOf(unfinished);
    }

    /** The same apply with another view of what is left. */
    public Applied leaving(List<StepResult> nowUnfinished) {
      return new Applied(generation, revision, hash, at, nowUnfinished);
    }
  }

  /** A state and, for a person, why. */
  public record Verdict(NodeState state, String note) {
    public static final Verdict UNKNOWN = new Verdict(NodeState.UNKNOWN, "");
  }

  /** A node of which nothing is known but its name. */
  public static NodeRecord unknown(String name) {
    return new NodeRecord(
        name, Optional.empty(), Optional.empty(), Revision.NONE, Optional.empty(), Verdict.UNKNOWN);
  }

  public NodeRecord withSeen(Seen newSeen, Instant at) {
    return new NodeRecord(name, Optional.of(newSeen), Optional.of(at), revision, applied, verdict);
  }

  public NodeRecord withSince(Instant at) {
    return new NodeRecord(name, seen, Optional.of(at), revision, applied, verdict);
  }

  public NodeRecord withRevision(Revision newRevision) {
    return new NodeRecord(name, seen, since, newRevision, applied, verdict);
  }

  public NodeRecord withApplied(Applied newApplied, Verdict newVerdict) {
    return new NodeRecord(name, seen, since, revision, Optional.of(newApplied), newVerdict);
  }

  public NodeRecord withVerdict(Verdict newVerdict) {
    return new NodeRecord(name, seen, since, revision, applied, newVerdict);
  }
}
