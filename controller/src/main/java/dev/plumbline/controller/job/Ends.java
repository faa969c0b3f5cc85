package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    if (exit.code() == 0) {
      return Running.success().withExit(exit);
    }
    return job.spec().kind() == JobKind.MPI ? ofMpi(view, exit) : ofProgram(head.node(), exit);
  }

  private static Exit exit(JobView view, Place head) {
    return view.node(head).report().flatMap(JobReport::exit).orElseThrow();
  }

  private static Verdict ofMpi(JobView view, Exit exit) {
    List<String> away = new ArrayList<>();
    Optional<String> orted = Optional.empty();
    for (Place place : view.job().places()) {
      NodeSight node = view.node(place);
      if (!node.live()) {
        away.add(place.node());
      }
      if (!view.job().isHead(place.node()) && hasFailedRelay(node)) {
        orted = Optional.of(place.node());
      }
    }
    boolean unexplained = exit.rank().isEmpty() && exit.code() == DAEMON_GONE;
    if (unexplained && orted.isPresent() && away.isEmpty()) {
      return Verdict.of(
              JobPhase.LOST,
              Cause.LAUNCHER,
              Verdict.LOST,
              "orted, which starts the ranks on " + orted.get() + ", ended" + words(exit))
          .withExit(exit);
    }
    if (unexplained) {
      return Verdict.lost(
              away.isEmpty()
                  ? "mpirun lost a node" + words(exit)
                  : "mpirun lost " + String.join(", ", away) + words(exit))
          .withExit(exit);
    }
    return ofProgram("", exit);
  }

  private static boolean hasFailedRelay(NodeSight node) {
    return node.report().stream()
        .flatMap(report -> report.relays().stream())
        .anyMatch(relay -> relay.exit().filter(exit -> exit.code() != 0).isPresent());
  }

  private static Verdict ofProgram(String node, Exit exit) {
    String who = exit.rank().isPresent() ? "rank " + exit.rank().getAsInt() : "the program";
    String where = node.isEmpty() ? "" : " on " + node;
    boolean signal = exit.bySignal();
    String how =
        signal
            ? " was ended by signal " + (exit.code() - 128)
            : " ended with exit code " + exit.code();
    return new Verdict(
        JobPhase.FAILED,
        Optional.of(signal ? Cause.SIGNAL : Cause.PROGRAM),
        List.of(who + where + how + words(exit)),
        exit.code(),
        Optional.of(exit),
        List.of());
  }

  private static String words(Exit exit) {
    return exit.cause().isEmpty() ? "" : ": " + exit.cause();
  }
}
