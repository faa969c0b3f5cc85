package dev.plumbline.controller.model;

import dev.plumbline.controller.job.JobReport;
import dev.plumbline.controller.job.log.Piece;
import dev.plumbline.resources.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What an agent says once its session stands. */
public sealed interface AgentMessage {
  /** An answer to a request, or a word about one. */
  sealed interface OfRequest extends AgentMessage {
    /** The id that the controller chose. */
    String request();
  }

  /** About a job. */
  sealed interface OfJob extends AgentMessage {
    /** Its number, as the controller gave it. */
    long job();
  }

  record Job(long job, JobReport report) implements OfJob {}

  /**
   * A piece of a job's log.
   *
   * @param offset of its first byte in the node's log
   */
  record JobLog(long job, long offset, Piece piece) implements OfJob {}

  record Heartbeat() implements AgentMessage {}

  /**
   * @param exports what the node publishes already
   */
  record Planned(String request, Plan plan, List<Exported> exports) implements OfRequest {
    public Planned {
      exports = List.copyOf(exports);
    }
  }

  /**
   * @param resource empty while nothing in particular
   */
  record Progress(String request, String resource, String now) implements OfRequest {}

  record StepDone(String request, StepResult step) implements OfRequest {}

  /**
   * @param unchanged resources that agreed from the start
   * @param unmanaged printed ids of what left the catalog and stays as it is
   */
  record Applied(
      String request,
      String catalogHash,
      long revision,
      List<StepResult> steps,
      List<Exported> exports,
      int unchanged,
      List<String> unmanaged,
      Duration duration)
      implements OfRequest {
    public Applied {
      steps = List.copyOf(steps);
      exports = List.copyOf(exports);
      unmanaged = List.copyOf(unmanaged);
    }
  }

  /** A request that the agent could not even begin. */
  record Rejected(String request, String message, String remedy) implements OfRequest {}

  record Facts(String request, Map<String, String> values) implements OfRequest {
    public Facts {
      values = Map.copyOf(values);
    }
  }

  /**
   * A change begins that may cut the node off.
   *
   * @param within until it is confirmed, or the node is as it was
   */
  record Guarding(String request, Duration within) implements OfRequest {}

  /** What came of asking an address for a guard's nonce; one of both is empty. */
  record Probed(String request, String nonce, String failure) implements OfRequest {}

  /**
   * The node is changed, and changes back unless that is confirmed. It came over a connection that
   * was made after the change.
   *
   * @param guard the agent's id of it
   * @param remaining until it changes back
   * @param listening what must be reached from elsewhere
   */
  record GuardArmed(String request, String guard, Duration remaining, List<Listening> listening)
      implements AgentMessage {
    public GuardArmed {
      listening = List.copyOf(listening);
    }
  }

  record Exports(String request, List<Exported> exports) implements OfRequest {
    public Exports {
      exports = List.copyOf(exports);
    }
  }
}
