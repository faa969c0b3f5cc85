package dev.plumbline.controller.rpc.control;

import com.google.protobuf.ByteString;
import dev.plumbline.controller.Rig;
import dev.plumbline.proto.v1.CancelCommand;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.Chunks;
import dev.plumbline.proto.v1.Content;
import dev.plumbline.proto.v1.ContentFrom;
import dev.plumbline.proto.v1.DrainCommand;
import dev.plumbline.proto.v1.FollowJob;
import dev.plumbline.proto.v1.Job;
import dev.plumbline.proto.v1.JobEvent;
import dev.plumbline.proto.v1.JobInput;
import dev.plumbline.proto.v1.JobNodes;
import dev.plumbline.proto.v1.JobOutput;
import dev.plumbline.proto.v1.JobQuery;
import dev.plumbline.proto.v1.JobRecord;
import dev.plumbline.proto.v1.JobReply;
import dev.plumbline.proto.v1.JobState;
import dev.plumbline.proto.v1.JobsQuery;
import dev.plumbline.proto.v1.JobsReport;
import dev.plumbline.proto.v1.Kept;
import dev.plumbline.proto.v1.PlacedFile;
import dev.plumbline.proto.v1.RunJobCommand;
import dev.plumbline.resources.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The commands about jobs that tests give most. */
public record JobCommands(Rig rig) {
  public static Job.Builder command(String... nodes) {
    return Job.newBuilder()
        .setName("hello")
        .setKind(Job.Kind.COMMAND)
        .setNodes(JobNodes.newBuilder().addAllNames(List.of(nodes)))
        .addCommand("true")
        .setUser("mpihpc");
  }

  public static Job.Builder mpi(int ranks) {
    return Job.newBuilder()
        .setName("mnist")
        .setKind(Job.Kind.MPI)
        .setRanks(ranks)
        .addCommand("true")
        .setUser("mpihpc");
  }

  public ControlClient.Call run(Job.Builder job) {
    return run(RunJobCommand.newBuilder().setJob(job));
  }

  public ControlClient.Call run(RunJobCommand.Builder command) {
    return rig.control().open("RunJob", command.build());
  }

  /** Runs until something is heard; what was heard until then. */
  public static JobEvent until(ControlClient.Call call, Predicate<JobEvent> wanted) {
    while (true) {
      JobEvent event = call.next(JobEvent.parser());
      if (wanted.test(event)) {
        return event;
      }
      if (event.hasDone()) {
        throw new AssertionError("it ended first, by " + event.getDone().getRecord().getCause());
      }
    }
  }

  public static JobEvent untilPhase(ControlClient.Call call, JobState.Phase phase) {
    return until(call, event -> event.getState().getPhase() == phase && event.hasState());
  }

  /** The rest of what is heard. */
  public static List<JobEvent> rest(ControlClient.Call call) {
    List<JobEvent> events = new ArrayList<>();
    call.forEach(JobEvent.parser(), events::add);
    return events;
  }

  public static JobRecord ended(ControlClient.Call call) {
    return rest(call).getLast().getDone().getRecord();
  }

  public static List<String> lines(List<JobEvent> events) {
    return events.stream()
        .filter(JobEvent::hasOutput)
        .map(JobEvent::getOutput)
        .map(JobOutput::getText)
        .toList();
  }

  public static List<JobState.Phase> phases(JobRecord job) {
    return job.getStatesList().stream().map(JobState::getPhase).toList();
  }

  public ControlClient.Call follow(long job, long offset) {
    return rig.control()
        .open(
            "Follow",
            FollowJob.newBuilder().setJob(job).setLogOffset(offset).setWait(true).build());
  }

  public JobRecord job(long id) {
    return rig.control()
        .call("GetJob", JobQuery.newBuilder().setJob(id).build(), JobRecord.parser());
  }

  public JobsReport jobs() {
    return rig.control().call("Jobs", JobsQuery.getDefaultInstance(), JobsReport.parser());
  }

  public String cancel(long id) {
    return rig.control()
        .call("CancelJob", CancelCommand.newBuilder().setJob(id).build(), JobReply.parser())
        .getRefused();
  }

  public String drain(String node, String reason) {
    return rig.control()
        .call(
            "Drain",
            DrainCommand.newBuilder().setNode(node).setReason(reason).build(),
            JobReply.parser())
        .getRefused();
  }

  public String resume(String node) {
    return rig.control()
        .call(
            "Drain",
            DrainCommand.newBuilder().setNode(node).setResume(true).build(),
            JobReply.parser())
        .getRefused();
  }

  /** Sends a file along, as an input. */
  public JobInput input(String name, String text) {
    ByteString bytes = ByteString.copyFromUtf8(text);
    String hash = Secret.digestOf(bytes.toByteArray());
    Kept kept =
        rig.control()
            .call(
                "Put",
                Chunks.newBuilder()
                    .addChunks(Chunk.newBuilder().setHash(hash).setData(bytes).setLast(true))
                    .build(),
                Kept.parser());
    return JobInput.newBuilder()
        .setName(name)
        .addFiles(
            PlacedFile.newBuilder()
                .setPath(name)
                .setContent(Content.newBuilder().setHash(hash).setSize(kept.getSize())))
        .build();
  }

  public String get(String hash) {
    StringBuilder text = new StringBuilder();
    rig.control().stream("Get", ContentFrom.newBuilder().setHash(hash).build(), Chunks.parser())
        .forEach(chunks ->
            chunks.getChunksList().forEach(chunk -> text.append(chunk.getData().toStringUtf8())));
    return text.toString();
  }
}
