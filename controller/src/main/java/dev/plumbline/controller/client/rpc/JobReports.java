package dev.plumbline.controller.client.rpc;

import dev.plumbline.controller.client.job.JobEvent;
import dev.plumbline.controller.client.job.JobLine;
import dev.plumbline.controller.client.job.JobPhase;
import dev.plumbline.controller.client.job.JobProblem;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.JobState;
import dev.plumbline.controller.client.job.JobsReport;
import dev.plumbline.controller.client.job.NodeReach;
import dev.plumbline.proto.v1.JobExit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decodes what a controller says of jobs. */
final class JobReports {
  private JobReports() {}

  /** Empty for an event that this build does not know. */
  static Optional<JobEvent> event(dev.plumbline.proto.v1.JobEvent event) {
    long job = event.getJob();
    return switch (event.getEventCase()) {
      case STATE -> Optional.of(new JobEvent.State(job, state(event.getState())));
      case TRANSFER ->
          Optional.of(
              new JobEvent.Transfer(
                  job,
                  event.getTransfer().getNode(),
                  event.getTransfer().getBytesDone(),
                  event.getTransfer().getBytesTotal()));
      case OUTPUT ->
          Optional.of(
              new JobEvent.Output(
                  job,
                  new JobLine(
                      event.getOutput().getNode(),
                      event.getOutput().getRank(),
                      event.getOutput().getError(),
                      event.getOutput().getText(),
                      event.getOutput().getNextOffset())));
      case REFUSED ->
          Optional.of(
              new JobEvent.Refused(
                  job,
                  event.getRefused().getProblemsList().stream()
                      .map(problem -> new JobProblem(problem.getMessage(), problem.getRemedy()))
                      .toList()));
      case DONE -> Optional.of(new JobEvent.Done(record(event.getDone().getRecord())));
      case EVENT_NOT_SET -> Optional.empty();
    };
  }

  static JobRecord record(dev.plumbline.proto.v1.JobRecord record) {
    return new JobRecord(
        record.getJob(),
        AskedJobs.decode(record.getAsked()),
        record.getUser(),
        record.getStatesList().stream().map(JobReports::state).toList(),
        record.getPlacesList().stream()
            .map(place ->
                new JobRecord.Place(
                    place.getNode(), place.getAddress(), place.getSlots(), place.getRanks()))
            .toList(),
        record.getGeneration(),
        record.getDrifted(),
        record.getExitCode(),
        record.getCause(),
        record.hasExit() ? Optional.of(exit(record.getExit())) : Optional.empty(),
        AskedJobs.decode(record.getOutputsList()),
        record.getUsageMap().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry ->
                        new JobRecord.Usage(
                            entry.getValue().getCpuMs(), entry.getValue().getMemoryPeak()))),
        record.getBytesSent(),
        record.getLogSize());
  }

  static JobsReport report(dev.plumbline.proto.v1.JobsReport report) {
    return new JobsReport(
        report.getJobsList().stream().map(JobReports::record).toList(),
        report.getDrainedList().stream()
            .map(node ->
                new JobsReport.Drained(
                    node.getNode(),
                    node.getReason(),
                    node.getUser(),
                    Instant.ofEpochMilli(node.getSinceMs())))
            .toList());
  }

  static NodeReach reach(dev.plumbline.proto.v1.NodeReach node) {
    return new NodeReach(
        node.getNode(),
        node.getFailure(),
        node.getReachedList().stream()
            .map(one -> new NodeReach.Reached(one.getNode(), one.getFailure(), one.getMtu()))
            .toList());
  }

  private static JobRecord.Exit exit(JobExit exit) {
    return new JobRecord.Exit(
        exit.getCode(),
        exit.getCause(),
        exit.getLastLines(),
        exit.getHasRank() ? Optional.of(exit.getRank()) : Optional.empty());
  }

  private static JobState state(dev.plumbline.proto.v1.JobState state) {
    return new JobState(
        phase(state.getPhase()),
        List.copyOf(state.getWhyList()),
        Instant.ofEpochMilli(state.getAtMs()));
  }

  private static JobPhase phase(dev.plumbline.proto.v1.JobState.Phase phase) {
    return switch (phase) {
      case QUEUED, UNRECOGNIZED -> JobPhase.QUEUED;
      case SENDING -> JobPhase.SENDING;
      case CHECKING -> JobPhase.CHECKING;
      case STARTING -> JobPhase.STARTING;
      case RUNNING -> JobPhase.RUNNING;
      case COLLECTING -> JobPhase.COLLECTING;
      case SUCCEEDED -> JobPhase.SUCCEEDED;
      case FAILED -> JobPhase.FAILED;
      case CANCELLED -> JobPhase.CANCELLED;
      case TIMED_OUT -> JobPhase.TIMED_OUT;
      case LOST -> JobPhase.LOST;
    };
  }
}
