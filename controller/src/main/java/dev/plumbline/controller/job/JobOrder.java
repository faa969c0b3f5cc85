package dev.plumbline.controller.job;

import java.time.Duration;
import java.util.List;

/** What an agent is told to do for a job. Each may be given twice. */
public sealed interface JobOrder {
  /** Make the job's folder and bring its files. */
  record Prepare(List<Place> places) implements JobOrder {
    public Prepare {
      places = List.copyOf(places);
    }
  }

  /**
   * Look whether the job could start there.
   *
   * @param token what the nodes say to each other
   * @param reach the others and where they listen; empty: listen
   * @param places the nodes of a job that goes along, because it was not prepared there; empty: it
   *     was
   */
  record Inspect(String token, List<Target> reach, List<Place> places) implements JobOrder {
    public Inspect {
      reach = List.copyOf(reach);
      places = List.copyOf(places);
    }
  }

  /** A node that listens for an inspection. */
  record Target(String node, String address, int port) {}

  /** Start the program. Whoever sends this adds the secrets. */
  record Start(long generation) implements JobOrder {}

  /** Let the head ask for {@code orted}s there. Whoever sends this adds the secrets. */
  record Ticket(String head, String headAddress, Duration validity, long generation)
      implements JobOrder {}

  record StartOrted(String relay, List<String> arguments) implements JobOrder {
    public StartOrted {
      arguments = List.copyOf(arguments);
    }
  }

  /** To the head: one of its remote {@code orted}s has ended. */
  record OrtedEnded(String relay, Exit exit) implements JobOrder {}

  record Signal(Kind kind) implements JobOrder {
    /** Which signal. */
    public enum Kind {
      /** Then KILL after five seconds. */
      TERM,
      KILL,
      /** Thread dumps of Java ranks, into the log. */
      QUIT
    }
  }

  /** Bring the outputs to the controller. */
  record Collect(List<String> required, List<String> optional) implements JobOrder {
    public Collect {
      required = List.copyOf(required);
      optional = List.copyOf(optional);
    }
  }

  /** End what is left of the job, and look whether anything is. */
  record End() implements JobOrder {}

  /** The controller has all of the job. */
  record Forget() implements JobOrder {}

  /** How much of the log the controller has. */
  record Kept(long logOffset) implements JobOrder {}
}
