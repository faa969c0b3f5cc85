package dev.plumbline.controller.rpc.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.plumbline.controller.job.Content;
import dev.plumbline.controller.job.JobKind;
import dev.plumbline.controller.job.JobMessage;
import dev.plumbline.controller.job.JobSpec;
import dev.plumbline.proto.v1.Job;
import dev.plumbline.proto.v1.JobInput;
import dev.plumbline.proto.v1.JobRetry;
import dev.plumbline.proto.v1.PlacedFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jobs as they are asked for. */
public final class JobMessages {
  private static final String NODE_LOST = "node-lost";

  private JobMessages() {}

  static JobMessage seal(Job job) {
    return new JobMessage(job.toByteArray());
  }

  static Job open(JobMessage message) {
    try {
      return Job.parseFrom(ByteString.copyFrom(message.bytes()));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("what was kept of a job cannot be read", e);
    }
  }

  /** What the controller needs of a job that was kept. */
  public static JobSpec spec(JobMessage message) {
    return spec(open(message));
  }

  /**
   * What the controller needs of a job.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  static JobSpec spec(Job job) {
    return new JobSpec(
        job.getName(),
        kind(job.getKind()),
        job.getRanks(),
        job.getNodes().getNamesList(),
        job.getNodes().getCount(),
        job.hasJava(),
        files(job),
        job.getRequiredList(),
        job.getOptionalList(),
        job.getMaxRuntimeMs() == 0
            ? Optional.empty()
            : Optional.of(Duration.ofMillis(job.getMaxRuntimeMs())),
        job.getMemoryPerRank(),
        retries(job.getRetry()),
        new JobSpec.Mpi(
            job.getMpi().getSsh(), job.getMpi().getOversubscribe(), job.getMpi().getRanksPerNode()),
        job.getUser(),
        job.getNetwork());
  }

  private static JobKind kind(Job.Kind kind) {
    return switch (kind) {
      case COMMAND -> JobKind.COMMAND;
      case MPI -> JobKind.MPI;
      case SPARK -> JobKind.SPARK;
      case UNRECOGNIZED -> throw new IllegalArgumentException("unknown kind of job");
    };
  }

  private static int retries(JobRetry retry) {
    boolean named = retry.getOnCount() == 0 || retry.getOnList().contains(NODE_LOST);
    return named ? retry.getTimes() : 0;
  }

  private static List<Content> files(Job job) {
    List<Content> files = new ArrayList<>();
    for (JobInput input : job.getInputsList()) {
      input.getFilesList().forEach(file -> files.add(content(file)));
    }
    if (job.hasSpark()) {
      files.add(content(job.getSpark().getProgram()));
      job.getSpark().getLibrariesList().forEach(file -> files.add(content(file)));
    }
    if (job.hasJava()) {
      job.getJava().getClassPathList().forEach(file -> files.add(content(file)));
      if (job.getJava().hasRuntime()) {
        files.add(content(job.getJava().getRuntime()));
      }
    }
    return files;
  }

  private static Content content(PlacedFile file) {
    return new Content(file.getContent().getHash(), file.getContent().getSize());
  }
}
