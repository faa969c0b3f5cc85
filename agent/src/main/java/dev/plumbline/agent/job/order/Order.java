package dev.plumbline.agent.job.order;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the controller wants of a job on this node. Every order may come twice. */
public sealed interface Order {
  /** Makes the job's folder and brings its files. */
  record Prepare(Work work) implements Order {}

  /**
   * Looks whether the job could start here.
   *
   * @param reach the others, where they listen; none: only listen
   * @param work of a job that was not prepared here
   */
  record Inspect(String token, List<Place> reach, Optional<Work> work) implements Order {}

  /** Starts the program. */
  record Start(Secrets secrets, long generation) implements Order {}

  /** Allows the head to ask for orteds here, for some time. */
  record Ticket(String head, String headAddress, Duration good, Secrets secrets, long generation)
      implements Order {}

  /** Starts an orted that the head asked for. */
  record StartOrted(String relay, List<String> arguments) implements Order {}

  /** An orted that the head asked for has ended. */
  record OrtedEnded(String relay, Exit exit) implements Order {}

  record Signal(Kind kind) implements Order {
    /** What is done to the program. */
    public enum Kind {
      /** SIGTERM, and SIGKILL after five seconds. */
      TERM,
      KILL,
      /** SIGQUIT to Java ranks, which writes thread dumps into the log. */
      QUIT
    }
  }

  /** Brings the outputs to the controller. */
  record Collect(List<String> required, List<String> optional) implements Order {}

  /** Ends what is left of the job here. */
  record End() implements Order {}

  /** Removes the folder. */
  record Forget() implements Order {}

  /** So much of the log is kept. */
  record Kept(long offset) implements Order {}

  /** Values for the environment of programs; they never print. */
  record Secrets(Map<String, String> values) {
    public static final Secrets NONE = new Secrets(Map.of());

    public Secrets {
      values = Map.copyOf(values);
    }

    @Override
    public String toString() {
      return "(secrets)";
    }
  }
}
