package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the end of the programs means. */
final class Ends {
  /** Open MPI's code when a daemon of it is gone. */
  private static final int DAEMON_GONE = 205;

  private Ends() {}

  /** The verdict when every head has reported an exit; the first that is not 0 counts. */
  static Verdict of(JobView view) {
    JobRecord job = view.job();
    Place head = job.heads().getFirst();
    Exit exit = exit(view, head);
    for (Place other : job.heads()) {
      if (exit.code() == 0 && exit(view, other).code() != 0) {
        head = other;
        exit = exit(view, other);
      }
    }
    return switch (exit.blame()) {
      case NODE -> Verdict.lost(exit.cause());
      case LAUNCHER -> ofLauncher(view, exit);
      case PROGRAM ->
          exit.code() == 0
              ? Running.success().withExit(exit)
              : ofProgram(job.spec().kind() == JobKind.MPI ? "" : head.node(), exit);
    };
  }

  private static Exit exit(JobView view, Place head) {
    return view.node(head).report().flatMap(JobReport::exit).orElseThrow();
  }

  private static Verdict ofLauncher(JobView view, Exit exit) {
    if (exit.code() != DAEMON_GONE) {
      List<String> why = new ArrayList<>(List.of(exit.cause()));
      failedOrteds(view).forEach((_, failed) -> why.add(failed.cause()));
      return Verdict.notStarted(String.join("; ", why)).withExit(exit);
    }
    String lost = exit.cause().isEmpty() ? "mpirun lost a node" : exit.cause();
    for (Map.Entry<String, Exit> failed : failedOrteds(view).entrySet()) {
      if (failed.getValue().blame() == Exit.Blame.NODE) {
        return Verdict.lost(lost + ": " + failed.getValue().cause()).withExit(exit);
      }
      // One that only lost its way to mpirun ends with a code of its own.
      if (failed.getValue().bySignal()) {
        return Verdict.of(
                JobPhase.LOST,
                Cause.LAUNCHER,
                Verdict.LOST,
                lost
                    + ": orted, which starts the ranks on "
                    + failed.getKey()
                    + ", was ended by signal "
                    + failed.getValue().signal())
            .withExit(exit);
      }
    }
    String away = String.join(", ", away(view));
    return Verdict.lost(
            away.isEmpty() || lost.contains(away) ? lost : lost + "; not connected: " + away)
        .withExit(exit);
  }

  private static List<String> away(JobView view) {
    return view.job().places().stream()
        .filter(place -> !view.node(place).live())
        .map(Place::node)
        .toList();
  }

  /** By node, what its orted ended with that is not 0. */
  private static Map<String, Exit> failedOrteds(JobView view) {
    Map<String, Exit> failed = new TreeMap<>();
    for (Place place : view.job().places()) {
      if (!view.job().isHead(place.node())) {
        view.node(place).report().stream()
            .flatMap(report -> report.relays().stream())
            .flatMap(relay -> relay.exit().stream())
            .filter(exit -> exit.code() != 0)
            .forEach(exit -> failed.put(place.node(), exit));
      }
    }
    return failed;
  }

  private static Verdict ofProgram(String node, Exit exit) {
    Cause cause = exit.bySignal() ? Cause.SIGNAL : Cause.PROGRAM;
    return new Verdict(
        JobPhase.FAILED,
        Optional.of(cause),
        List.of(sentence(node, exit)),
        exit.code(),
        Optional.of(exit),
        List.of());
  }

  private static String sentence(String node, Exit exit) {
    if (exit.rank().isPresent() && !exit.cause().isEmpty()) {
      return exit.cause();
    }
    String who =
        exit.rank().isPresent()
            ? "rank " + exit.rank().getAsInt()
            : node.isEmpty() ? "the program" : "the program on " + node;
    return exit.bySignal()
        ? who + " was ended by signal " + exit.signal()
        : who + " ended with exit code " + exit.code() + words(exit);
  }

  private static String words(Exit exit) {
    return exit.cause().isEmpty() ? "" : ": " + exit.cause();
  }
}
