package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.job.JobPhase;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.JobState;
import dev.plumbline.controller.client.job.JobsReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Jobs, the latest first, and the nodes on which none starts. */
public final class JobsText {
  private final Ink ink;
  private final DateTimeFormatter time;

  public JobsText(Ink ink, ZoneId zone) {
    this.ink = ink;
    this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  public List<String> lines(JobsReport report, Instant now) {
    List<String> lines = new ArrayList<>();
    if (report.jobs().isEmpty()) {
      lines.add("No job yet.");
    } else {
      lines.addAll(table(report, now));
    }
    for (JobRecord job : report.jobs()) {
      if (!job.isOver()) {
        job.state()
            .why()
            .forEach(why -> lines.add("job " + job.id() + " waits: " + Printable.line(why)));
      }
    }
    for (JobsReport.Drained node : report.drained()) {
      lines.add(
          ink.bold(node.node())
              + " is drained: "
              + Printable.line(node.reason())
              + ink.dim(
                  " (" + Printable.line(node.user()) + ", " + time.format(node.since()) + ")"));
    }
    return lines;
  }

  private List<String> table(JobsReport report, Instant now) {
    Table table = new Table();
    table.row(
        ink.dim("job"),
        ink.dim("name"),
        ink.dim("kind"),
        ink.dim("state"),
        ink.dim("exit"),
        ink.dim("ranks"),
        ink.dim("nodes"),
        ink.dim("by"),
        ink.dim("asked"),
        ink.dim("took"));
    for (JobRecord job : report.jobs()) {
      table.row(
          Long.toString(job.id()),
          ink.bold(Printable.line(job.asked().name())),
          job.asked().kind().word(),
          painted(job.state().phase()),
          job.isOver() ? Integer.toString(job.exitCode()) : "-",
          job.ranks() == 0 ? "-" : Integer.toString(job.ranks()),
          job.places().isEmpty() ? "-" : Integer.toString(job.places().size()),
          Printable.line(job.user()),
          job.states().isEmpty() ? "-" : time.format(job.states().getFirst().at()),
          took(job, now));
    }
    return table.lines();
  }

  private String painted(JobPhase phase) {
    return switch (phase) {
      case SUCCEEDED -> ink.good(phase.spoken());
      case FAILED, TIMED_OUT, LOST -> ink.bad(phase.spoken());
      case CANCELLED -> ink.change(phase.spoken());
      case QUEUED, SENDING, CHECKING, STARTING, RUNNING, COLLECTING -> ink.wait(phase.spoken());
    };
  }

  private static String took(JobRecord job, Instant now) {
    if (job.states().isEmpty()) {
      return "-";
    }
    JobState last = job.state();
    Instant end = job.isOver() ? last.at() : now;
    return Elapsed.of(Duration.between(job.states().getFirst().at(), end).toMillis());
  }
}
