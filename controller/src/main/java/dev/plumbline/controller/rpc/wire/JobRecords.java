package dev.plumbline.controller.rpc.wire;

import dev.plumbline.controller.job.Asked;
import dev.plumbline.controller.job.Cause;
import dev.plumbline.controller.job.Drain;
import dev.plumbline.controller.job.JobMessage;
import dev.plumbline.controller.job.JobPhase;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.job.Obstacle;
import dev.plumbline.controller.job.Outputs;
import dev.plumbline.controller.job.PlacedFile;
import dev.plumbline.controller.job.Usage;
import dev.plumbline.proto.v1.Content;
import dev.plumbline.proto.v1.DrainedNode;
import dev.plumbline.proto.v1.Job;
import dev.plumbline.proto.v1.JobProblem;
import dev.plumbline.proto.v1.JobState;
import dev.plumbline.proto.v1.JobUsage;
import dev.plumbline.proto.v1.NetworkCommand;
import dev.plumbline.proto.v1.RunJobCommand;
import java.util.HashSet;
import java.util.Set;

/** Jobs as the command line hears of them. */
public final class JobRecords {
  private JobRecords() {}

  /**
   * Reads what somebody wants.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  public static Asked read(RunJobCommand command, String user) {
    Set<String> secrets = new HashSet<>(command.getSecretsMap().keySet());
    secrets.addAll(command.getJob().getSecretsList());
    return new Asked(
        JobMessages.spec(command.getJob()),
        JobMessages.seal(command.getJob()),
        user,
        command.getForce(),
        command.getDryRun(),
        secrets);
  }

  /** A job that does nothing but name a network to be checked. */
  public static JobMessage network(NetworkCommand command) {
    return JobMessages.seal(
        Job.newBuilder().setKind(Job.Kind.MPI).setNetwork(command.getNetwork()).build());
  }

  public static dev.plumbline.proto.v1.JobRecord write(JobRecord job) {
    var record =
        dev.plumbline.proto.v1.JobRecord.newBuilder()
            .setJob(job.id())
            .setAsked(JobMessages.open(job.asked().message()))
            .setUser(job.asked().user())
            .addAllStates(job.states().stream().map(JobRecords::write).toList())
            .addAllPlaces(job.places().stream().map(JobOrders::write).toList())
            .setGeneration(job.generation())
            .setDrifted(job.drifted())
            .addAllOutputs(Outputs.of(job).stream().map(JobRecords::write).toList())
            .setBytesSent(job.bytesSent())
            .setLogSize(job.logSize());
    job.verdict()
        .ifPresent(verdict -> {
          record.setExitCode(verdict.code()).setCause(verdict.cause().map(Cause::word).orElse(""));
          verdict.exit().ifPresent(exit -> record.setExit(JobReports.write(exit)));
        });
    job.shares()
        .forEach(
            (node, share) -> share.usage().ifPresent(usage -> record.putUsage(node, write(usage))));
    return record.build();
  }

  public static JobState write(JobRecord.Entered state) {
    return JobState.newBuilder()
        .setPhase(phase(state.phase()))
        .addAllWhy(state.why())
        .setAtMs(state.at().toEpochMilli())
        .build();
  }

  private static JobState.Phase phase(JobPhase phase) {
    return switch (phase) {
      case QUEUED -> JobState.Phase.QUEUED;
      case SENDING -> JobState.Phase.SENDING;
      case CHECKING -> JobState.Phase.CHECKING;
      case STARTING -> JobState.Phase.STARTING;
      case RUNNING -> JobState.Phase.RUNNING;
      case COLLECTING -> JobState.Phase.COLLECTING;
      case SUCCEEDED -> JobState.Phase.SUCCEEDED;
      case FAILED -> JobState.Phase.FAILED;
      case CANCELLED -> JobState.Phase.CANCELLED;
      case TIMED_OUT -> JobState.Phase.TIMED_OUT;
      case LOST -> JobState.Phase.LOST;
    };
  }

  public static JobProblem write(Obstacle obstacle) {
    return JobProblem.newBuilder()
        .setMessage(obstacle.message())
        .setRemedy(obstacle.remedy())
        .build();
  }

  public static DrainedNode write(Drain drain) {
    return DrainedNode.newBuilder()
        .setNode(drain.node())
        .setReason(drain.reason())
        .setUser(drain.user())
        .setSinceMs(drain.since().toEpochMilli())
        .build();
  }

  private static dev.plumbline.proto.v1.PlacedFile write(PlacedFile file) {
    return dev.plumbline.proto.v1.PlacedFile.newBuilder()
        .setPath(file.path())
        .setContent(
            Content.newBuilder().setHash(file.content().hash()).setSize(file.content().size()))
        .setExecutable(file.executable())
        .build();
  }

  private static JobUsage write(Usage usage) {
    return JobUsage.newBuilder()
        .setCpuMs(usage.cpu().toMillis())
        .setMemoryPeak(usage.memoryPeak())
        .build();
  }
}
