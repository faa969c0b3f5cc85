package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.job.JobKind;
import dev.plumbline.controller.client.job.JobPhase;
import dev.plumbline.controller.client.job.JobProblem;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.PlacedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a job ended, and what to do next. */
public final class JobEndText {
  private final Ink ink;

  public JobEndText(Ink ink) {
    this.ink = ink;
  }

  /** Why it did not start. */
  public List<String> problems(List<JobProblem> problems) {
    List<String> lines = new ArrayList<>();
    problems.forEach(
        problem -> lines.add(FailureText.of(problem.message(), problem.remedy(), ink)));
    if (!lines.isEmpty()) {
      lines.add(
          (lines.size() == 1 ? "1 problem" : lines.size() + " problems")
              + "; nothing was started.");
    }
    return lines;
  }

  /**
   * @param unfetched whether to say how to fetch the outputs
   */
  public List<String> lines(JobRecord record, boolean unfetched) {
    List<String> lines = new ArrayList<>();
    JobPhase phase = record.state().phase();
    String head = "job " + record.id() + " " + spoken(phase) + ran(record);
    lines.add(phase == JobPhase.SUCCEEDED ? ink.good(head) : ink.bad(head));
    record.state().why().forEach(why -> lines.add("  " + Printable.line(why)));
    if (phase == JobPhase.FAILED || phase == JobPhase.LOST) {
      record.exit().ifPresent(exit -> exit(record, exit, lines));
      if (record.logSize() > 0) {
        lines.add("  'plumb logs " + record.id() + "' shows all that it wrote");
      }
    }
    if (unfetched && !record.outputs().isEmpty()) {
      lines.add(
          "  outputs: "
              + Printable.shortened(
                  String.join(", ", record.outputs().stream().map(PlacedFile::path).toList()), 60)
              + "; 'plumb fetch "
              + record.id()
              + " --to DIR' brings them here");
    }
    return lines;
  }

  private static String spoken(JobPhase phase) {
    return switch (phase) {
      case CANCELLED -> "was cancelled";
      case TIMED_OUT -> "ran too long and was ended";
      case LOST -> "was lost";
      case SUCCEEDED, FAILED -> phase.spoken();
      case QUEUED, SENDING, CHECKING, STARTING, RUNNING, COLLECTING -> "is " + phase.spoken();
    };
  }

  private void exit(JobRecord record, JobRecord.Exit exit, List<String> lines) {
    boolean launcher = exit.rank().isEmpty() && isLaunchers(record);
    String who =
        launcher
            ? "mpirun"
            : exit.rank().map(rank -> "rank " + rank + host(record, rank)).orElse("the program");
    if (launcher || !says(record, who)) {
      boolean repeats = exit.cause().isEmpty() || says(record, exit.cause());
      lines.add(
          "  "
              + who
              + " ended with "
              + exit.code()
              + (repeats ? "" : ": " + Printable.line(exit.cause())));
    }
    exit.lastLines()
        .lines()
        .forEach(line -> lines.add("    " + ink.dim(Printable.line(line.replace("\t", "    ")))));
  }

  /** Whether the code is that of mpirun, which lost its ranks or could not start them. */
  private static boolean isLaunchers(JobRecord record) {
    return record.asked().kind() == JobKind.MPI
        && (record.cause().equals("launcher") || record.cause().equals("node-lost"));
  }

  private static boolean says(JobRecord record, String words) {
    return record.state().why().stream().anyMatch(why -> why.contains(words));
  }

  /** Ranks fill one node after the other. */
  private static String host(JobRecord record, int rank) {
    int first = 0;
    for (JobRecord.Place place : record.places()) {
      first += place.ranks();
      if (rank < first) {
        return " on " + place.node();
      }
    }
    return "";
  }

  private static String ran(JobRecord record) {
    return record
        .at(JobPhase.RUNNING)
        .map(begun -> " after " + Elapsed.of(Duration.between(begun, end(record)).toMillis()))
        .orElse("");
  }

  private static Instant end(JobRecord record) {
    return record.at(JobPhase.COLLECTING).orElse(record.state().at());
  }
}
