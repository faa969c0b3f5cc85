package dev.plumbline.agent.job.mpi;

import dev.plumbline.agent.job.order.Exit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the end of a log of mpirun 4.1 which rank failed, and how. */
public final class Verdict {
  private static final int LINES = 20;
  private static final Pattern LABEL = Pattern.compile("\\[\\d+,(\\d+)\\]<std(?:out|err)>:(.*)");
  private static final Pattern CODE =
      Pattern.compile("Process name: \\[\\[\\d+,\\d+\\],(\\d+)\\]\\s+Exit code:\\s+(\\d+)");
  private static final Pattern SIGNAL =
      Pattern.compile(
          "mpirun noticed that process rank (\\d+) with PID \\d+ on node \\S+ exited on signal"
              + " (\\d+ \\([^)]*\\)|\\d+)");
  private static final Pattern ABORT =
      Pattern.compile("MPI_ABORT was invoked on rank (\\d+) [^\\n]*\\n\\s*with errorcode (-?\\d+)");
  private static final Pattern LOST =
      Pattern.compile(
          "ORTE has lost communication with a remote daemon\\..*?on node (\\S+)"
              + ".*?on node (\\S+)",
          Pattern.DOTALL);
  private static final Pattern NO_DAEMON =
      Pattern.compile("ORTE was unable to reliably start one or more daemons");
  private static final Pattern SLOTS =
      Pattern.compile("There are not enough slots available in the system");
  private static final Pattern NO_PROGRAM =
      Pattern.compile(
          "mpirun was unable to (?:find the specified executable|launch the specified"
              + " application)");

  /** Of a shim that was quicker than mpirun, which wanted to set its group as well. */
  private static final String HARMLESS = "plm:rsh: Warning: setpgid(";

  /** What Open MPI shows of the stack after a crash, and empty lines, also those of the JVM. */
  private static final Pattern NOISE = Pattern.compile("\\[[^]]+:\\d+] \\[ ?\\d+] .*|\\s*#?\\s*");

  /** The code of mpirun when a daemon of it is gone. */
  private static final int DAEMON_GONE = 205;

  private static final int SIGNALS = 128;
  private static final int LAST_SIGNAL = SIGNALS + 64;

  private Verdict() {}

  /**
   * What became of a job.
   *
   * @param code as mpirun ended
   * @param log the end of the log
   * @param nodes the node of every rank
   * @param named the node that mpirun calls by an address
   */
  public static Exit of(int code, String log, List<String> nodes, UnaryOperator<String> named) {
    if (code == 0) {
      return Exit.of(0);
    }
    Optional<Exit> known =
        rank(code, log, nodes, ABORT, "called MPI_Abort with ")
            .or(() -> rank(code, log, nodes, CODE, "ended with exit code "))
            .or(() -> rank(code, log, nodes, SIGNAL, "was ended by signal "));
    return known.orElseGet(() -> ofMpirun(code, log, named));
  }

  /** No rank is to blame: where mpirun says why, or was killed itself, the code is not theirs. */
  private static Exit ofMpirun(int code, String log, UnaryOperator<String> named) {
    String last = last(log, OptionalInt.empty());
    String cause = launcher(log, named);
    if (cause.isEmpty() && last.isEmpty() && code > SIGNALS && code <= LAST_SIGNAL) {
      cause = "mpirun itself was ended by signal " + (code - SIGNALS);
    }
    Exit exit = new Exit(code, cause, last, OptionalInt.empty(), Exit.Blame.PROGRAM);
    return cause.isEmpty() && code != DAEMON_GONE ? exit : exit.by(Exit.Blame.LAUNCHER);
  }

  private static Optional<Exit> rank(
      int code, String log, List<String> nodes, Pattern pattern, String how) {
    Matcher matcher = pattern.matcher(log);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int rank = Integer.parseInt(matcher.group(1));
    String on = rank < nodes.size() ? " on " + nodes.get(rank) : "";
    return Optional.of(
        new Exit(
            code,
            "rank " + rank + on + " " + how + matcher.group(2),
            last(log, OptionalInt.of(rank)),
            OptionalInt.of(rank),
            Exit.Blame.PROGRAM));
  }

  private static String launcher(String log, UnaryOperator<String> named) {
    Matcher lost = LOST.matcher(log);
    if (lost.find()) {
      return "mpirun lost its daemon on " + named.apply(lost.group(2));
    }
    if (NO_DAEMON.matcher(log).find()) {
      return "mpirun could not start its daemons on all nodes";
    }
    if (NO_PROGRAM.matcher(log).find()) {
      return "mpirun could not start the program";
    }
    return SLOTS.matcher(log).find() ? "there are not enough slots for the ranks" : "";
  }

  /** The last lines of a rank, or of mpirun where no rank is to blame. */
  private static String last(String log, OptionalInt rank) {
    List<String> said =
        log.lines()
            .map(line -> {
              Matcher label = LABEL.matcher(line);
              boolean labelled = label.matches();
              if (rank.isEmpty()) {
                return labelled ? "" : line.startsWith("-----") ? "" : line;
              }
              return labelled && Integer.parseInt(label.group(1)) == rank.getAsInt()
                  ? label.group(2).replace(line.substring(0, label.start(2)), "")
                  : "";
            })
            .filter(line -> !NOISE.matcher(line).matches() && !line.contains(HARMLESS))
            .toList();
    return String.join("\n", said.subList(Math.max(0, said.size() - LINES), said.size()));
  }
}
