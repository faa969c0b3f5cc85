package dev.plumbline.agent.rpc.wire;

import com.google.protobuf.ByteString;
import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.report.Inspection;
import dev.plumbline.agent.job.report.Phase;
import dev.plumbline.agent.job.report.Relay;
import dev.plumbline.agent.job.report.Report;
import dev.plumbline.agent.job.report.Shortage;
import dev.plumbline.proto.v1.Content;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.JobExit;
import dev.plumbline.proto.v1.JobInspection;
import dev.plumbline.proto.v1.JobLog;
import dev.plumbline.proto.v1.JobProblem;
import dev.plumbline.proto.v1.JobReport;
import dev.plumbline.proto.v1.JobUsage;
import dev.plumbline.proto.v1.PlacedFile;
import dev.plumbline.proto.v1.Reached;

/** Reports of jobs that go. */
final class JobMessages {
  private JobMessages() {}

  static FromAgent log(String job, long offset, byte[] data) {
    return FromAgent.newBuilder()
        .setJobLog(
            JobLog.newBuilder().setJob(job).setOffset(offset).setData(ByteString.copyFrom(data)))
        .build();
  }

  static FromAgent report(Report report) {
    JobReport.Builder message =
        JobReport.newBuilder()
            .setJob(report.job())
            .setPhase(phase(report.phase()))
            .setBytesDone(report.bytesDone())
            .setBytesTotal(report.bytesTotal())
            .setLogSize(report.logSize())
            .addAllRelays(report.relays().stream().map(JobMessages::relay).toList())
            .addAllOutputs(report.outputs().stream().map(JobMessages::placed).toList())
            .addAllMissing(report.missing())
            .addAllProblems(
                report.problems().stream()
                    .map(problem ->
                        JobProblem.newBuilder()
                            .setMessage(problem.message())
                            .setRemedy(problem.remedy())
                            .build())
                    .toList())
            .setUsage(
                JobUsage.newBuilder()
                    .setCpuMs(report.usage().cpuMillis())
                    .setMemoryPeak(report.usage().memoryPeak()))
            .setStartedMs(report.startedMillis())
            .setShortage(shortage(report.shortage()));
    report.inspection().ifPresent(seen -> message.setInspection(inspection(seen)));
    report.exit().ifPresent(exit -> message.setExit(exit(exit)));
    return FromAgent.newBuilder().setJob(message).build();
  }

  private static JobReport.Shortage shortage(Shortage shortage) {
    return switch (shortage) {
      case NONE -> JobReport.Shortage.NONE;
      case LIMIT -> JobReport.Shortage.LIMIT;
      case NODE -> JobReport.Shortage.NODE;
    };
  }

  private static JobReport.Phase phase(Phase phase) {
    return switch (phase) {
      case UNKNOWN -> JobReport.Phase.UNKNOWN;
      case PREPARING -> JobReport.Phase.PREPARING;
      case PREPARED -> JobReport.Phase.PREPARED;
      case RUNNING -> JobReport.Phase.RUNNING;
      case ENDED -> JobReport.Phase.ENDED;
      case COLLECTING -> JobReport.Phase.COLLECTING;
      case COLLECTED -> JobReport.Phase.COLLECTED;
      case CLEAN -> JobReport.Phase.CLEAN;
    };
  }

  private static JobInspection inspection(Inspection seen) {
    return JobInspection.newBuilder()
        .setToken(seen.token())
        .putAllValues(seen.values())
        .setPort(seen.port())
        .addAllReached(
            seen.reached().stream()
                .map(each ->
                    Reached.newBuilder()
                        .setNode(each.node())
                        .setFailure(each.failure())
                        .setMtu(each.mtu())
                        .build())
                .toList())
        .build();
  }

  private static dev.plumbline.proto.v1.Relay relay(Relay relay) {
    dev.plumbline.proto.v1.Relay.Builder message =
        dev.plumbline.proto.v1.Relay.newBuilder()
            .setRelay(relay.id())
            .setTarget(relay.target())
            .addAllArguments(relay.arguments());
    relay.exit().ifPresent(exit -> message.setExit(exit(exit)));
    return message.build();
  }

  private static JobExit exit(Exit exit) {
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

  private static PlacedFile placed(Placed file) {
    return PlacedFile.newBuilder()
        .setPath(file.path())
        .setContent(
            Content.newBuilder().setHash(file.content().hash()).setSize(file.content().size()))
        .setExecutable(file.executable())
        .build();
  }
}
