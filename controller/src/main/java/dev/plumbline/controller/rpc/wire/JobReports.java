package dev.plumbline.controller.rpc.wire;

import dev.plumbline.controller.job.Content;
import dev.plumbline.controller.job.Exit;
import dev.plumbline.controller.job.Inspection;
import dev.plumbline.controller.job.JobReport;
import dev.plumbline.controller.job.Obstacle;
import dev.plumbline.controller.job.PlacedFile;
import dev.plumbline.controller.job.Relay;
import dev.plumbline.controller.job.Shortage;
import dev.plumbline.controller.job.Usage;
import dev.plumbline.controller.job.log.Piece;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.proto.v1.JobExit;
import dev.plumbline.proto.v1.JobInspection;
import dev.plumbline.proto.v1.JobLog;
import dev.plumbline.proto.v1.JobUsage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** What agents say of jobs. */
final class JobReports {
  private JobReports() {}

  static AgentMessage.Job read(dev.plumbline.proto.v1.JobReport report) {
    return new AgentMessage.Job(
        number(report.getJob()),
        new JobReport(
            phase(report.getPhase()),
            report.getBytesDone(),
            report.getBytesTotal(),
            report.hasInspection() ? Optional.of(read(report.getInspection())) : Optional.empty(),
            report.hasExit() ? Optional.of(read(report.getExit())) : Optional.empty(),
            report.getLogSize(),
            report.getRelaysList().stream().map(JobReports::read).toList(),
            report.getOutputsList().stream().map(JobReports::read).toList(),
            report.getMissingList(),
            report.getProblemsList().stream()
                .map(problem -> Obstacle.firm(problem.getMessage(), problem.getRemedy()))
                .toList(),
            report.hasUsage() ? Optional.of(read(report.getUsage())) : Optional.empty(),
            shortage(report.getShortage())));
  }

  static AgentMessage.JobLog read(JobLog log) {
    return new AgentMessage.JobLog(
        number(log.getJob()), log.getOffset(), new Piece(log.getData().toByteArray()));
  }

  private static Shortage shortage(dev.plumbline.proto.v1.JobReport.Shortage shortage) {
    return switch (shortage) {
      case NONE -> Shortage.NONE;
      case LIMIT -> Shortage.LIMIT;
      case NODE -> Shortage.NODE;
      case UNRECOGNIZED -> throw new IllegalArgumentException("unknown shortage");
    };
  }

  private static long number(String job) {
    if (!job.matches("\\d{1,18}")) {
      throw new IllegalArgumentException("'" + job + "' is not the number of a job");
    }
    return Long.parseLong(job);
  }

  private static JobReport.Phase phase(dev.plumbline.proto.v1.JobReport.Phase phase) {
    return switch (phase) {
      case UNKNOWN -> JobReport.Phase.UNKNOWN;
      case PREPARING -> JobReport.Phase.PREPARING;
      case PREPARED -> JobReport.Phase.PREPARED;
      case RUNNING -> JobReport.Phase.RUNNING;
      case ENDED -> JobReport.Phase.ENDED;
      case COLLECTING -> JobReport.Phase.COLLECTING;
      case COLLECTED -> JobReport.Phase.COLLECTED;
      case CLEAN -> JobReport.Phase.CLEAN;
      case UNRECOGNIZED -> throw new IllegalArgumentException("unknown phase of a job");
    };
  }

  static Inspection read(JobInspection inspection) {
    return new Inspection(
        inspection.getToken(),
        inspection.getValuesMap(),
        inspection.getReachedList().stream()
            .map(reached ->
                new Inspection.Reached(reached.getNode(), reached.getFailure(), reached.getMtu()))
            .toList(),
        inspection.getPort());
  }

  private static Relay read(dev.plumbline.proto.v1.Relay relay) {
    return new Relay(
        relay.getRelay(),
        relay.getTarget(),
        relay.getArgumentsList(),
        relay.hasExit() ? Optional.of(read(relay.getExit())) : Optional.empty());
  }

  /** Outputs become files on the caller's machine: their paths stay within their folder. */
  private static PlacedFile read(dev.plumbline.proto.v1.PlacedFile file) {
    String path = file.getPath();
    boolean inside =
        !path.isEmpty()
            && path.chars().noneMatch(c -> c == 0)
            && Arrays.stream(path.split("/", -1))
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    if (!inside) {
      throw new IllegalArgumentException("'" + path + "' is no path of an output");
    }
    return new PlacedFile(
        path,
        new Content(file.getContent().getHash(), file.getContent().getSize()),
        file.getExecutable());
  }

  private static Exit read(JobExit exit) {
    return new Exit(
        exit.getCode(),
        exit.getCause(),
        exit.getLastLines(),
        exit.getHasRank() ? OptionalInt.of(exit.getRank()) : OptionalInt.empty(),
        switch (exit.getBlame()) {
          case LAUNCHER -> Exit.Blame.LAUNCHER;
          case NODE -> Exit.Blame.NODE;
          case PROGRAM, UNRECOGNIZED -> Exit.Blame.PROGRAM;
        });
  }

  static JobExit write(Exit exit) {
    JobExit.Builder message =
        JobExit.newBuilder()
            .setCode(exit.code())
            .setCause(exit.cause())
            .setLastLines(exit.lastLines())
            .setBlame(
                switch (exit.blame()) {
                  case PROGRAM -> JobExit.Blame.PROGRAM;
                  case LAUNCHER -> JobExit.Blame.LAUNCHER;
                  case NODE -> JobExit.Blame.NODE;
                });
    exit.rank().ifPresent(rank -> message.setRank(rank).setHasRank(true));
    return message.build();
  }

  private static Usage read(JobUsage usage) {
    return new Usage(Duration.ofMillis(usage.getCpuMs()), usage.getMemoryPeak());
  }
}
