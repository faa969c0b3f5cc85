package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.job.AskedJob;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.JobState;
import dev.plumbline.controller.client.job.PlacedFile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything about one job: what was asked, when it did what, what it took and left. */
public final class JobText {
  private static final int SHORT_HASH = 12;

  private final Ink ink;
  private final DateTimeFormatter time;

  public JobText(Ink ink, ZoneId zone) {
    this.ink = ink;
    this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  public List<String> lines(JobRecord job, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ink.bold("job " + job.id() + ": " + Printable.line(job.asked().name()))
            + ", "
            + job.asked().kind().word()
            + (job.ranks() == 0 ? "" : ", " + job.ranks() + (job.ranks() == 1 ? " rank" : " ranks"))
            + (job.asked().source().isEmpty() ? "" : ", from " + job.asked().source()));
    lines.add(
        "asked by "
            + Printable.line(job.user())
            + ", runs as "
            + Printable.line(job.asked().user())
            + ", generation "
            + job.generation()
            + (job.drifted() ? ink.change(", started by force on nodes that differ") : ""));
    lines.add("");
    lines.addAll(timeLine(job, now));
    if (job.isOver()) {
      lines.add("");
      lines.addAll(new JobEndText(ink).lines(job, false));
      lines.add(
          "exit code "
              + job.exitCode()
              + (job.cause().isEmpty() ? "" : ", because of: " + Printable.line(job.cause())));
    }
    if (!job.places().isEmpty()) {
      lines.add("");
      lines.addAll(nodes(job));
    }
    lines.add("");
    lines.addAll(files(job));
    return lines;
  }

  private List<String> timeLine(JobRecord job, Instant now) {
    Table table = new Table();
    for (int i = 0; i < job.states().size(); i++) {
      JobState state = job.states().get(i);
      boolean last = i + 1 == job.states().size();
      Instant until = last ? now : job.states().get(i + 1).at();
      table.row(
          ink.dim(time.format(state.at())),
          state.phase().spoken(),
          last && state.phase().isOver()
              ? ""
              : Elapsed.of(Duration.between(state.at(), until).toMillis()),
          last && state.phase().isOver() ? "" : Printable.line(String.join("; ", state.why())));
    }
    return table.lines();
  }

  private List<String> nodes(JobRecord job) {
    Table table = new Table();
    table.row(
        ink.dim("node"), ink.dim("address"), ink.dim("ranks"), ink.dim("cpu"), ink.dim("memory"));
    for (JobRecord.Place place : job.places()) {
      JobRecord.Usage usage = job.usage().get(place.node());
      table.row(
          ink.bold(place.node()),
          place.address(),
          place.ranks() == 0 ? "-" : Integer.toString(place.ranks()),
          usage == null ? "-" : Elapsed.of(usage.cpuMs()),
          usage == null ? "-" : Amount.of(usage.memoryPeak()));
    }
    return table.lines();
  }

  private List<String> files(JobRecord job) {
    Table table = new Table();
    for (AskedJob.Input input : job.asked().inputs()) {
      long size = input.files().stream().mapToLong(file -> file.content().size()).sum();
      table.row(
          ink.dim("input"),
          input.name(),
          Amount.of(size),
          input.files().size() == 1
              ? hash(input.files().getFirst())
              : input.files().size() + " files");
    }
    job.asked()
        .java()
        .ifPresent(java -> java.classPath().forEach(jar -> file("program", jar, table)));
    job.asked().spark().ifPresent(spark -> file("program", spark.program(), table));
    job.outputs().forEach(output -> file("output", output, table));
    table.row(ink.dim("sent"), "to the nodes", Amount.of(job.bytesSent()));
    table.row(ink.dim("log"), "'plumb logs " + job.id() + "'", Amount.of(job.logSize()));
    return table.lines();
  }

  private void file(String what, PlacedFile file, Table table) {
    table.row(
        ink.dim(what), Printable.line(file.path()), Amount.of(file.content().size()), hash(file));
  }

  private String hash(PlacedFile file) {
    String hash = file.content().hash();
    return ink.dim("sha256 " + hash.substring(0, Math.min(SHORT_HASH, hash.length())) + "…");
  }
}
