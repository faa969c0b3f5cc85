package dev.plumbline.controller.client.rpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.plumbline.controller.client.job.Content;
import dev.plumbline.controller.client.job.JobEvent;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.controller.client.job.JobsReport;
import dev.plumbline.controller.client.job.NodeReach;
import dev.plumbline.controller.client.job.RunRequest;
import dev.plumbline.proto.v1.CancelCommand;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.Chunks;
import dev.plumbline.proto.v1.ContentFrom;
import dev.plumbline.proto.v1.ContentList;
import dev.plumbline.proto.v1.DrainCommand;
import dev.plumbline.proto.v1.FollowJob;
import dev.plumbline.proto.v1.JobQuery;
import dev.plumbline.proto.v1.JobReply;
import dev.plumbline.proto.v1.JobsQuery;
import dev.plumbline.proto.v1.Kept;
import dev.plumbline.proto.v1.Lacking;
import dev.plumbline.proto.v1.NetworkCommand;
import dev.plumbline.proto.v1.NetworkReport;
import dev.plumbline.proto.v1.RunJobCommand;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Jobs of the controller behind a control socket. */
final class SocketJobs implements Jobs {
  private final ControlSocket socket;

  SocketJobs(ControlSocket socket) {
    this.socket = socket;
  }

  @Override
  public List<From> offer(List<Content> contents) {
    ContentList list =
        ContentList.newBuilder()
            .addAllContents(contents.stream().map(AskedJobs::encode).toList())
            .build();
    return socket.call("Offer", list, Lacking.parser()).getContentsList().stream()
        .map(lack -> new From(lack.getHash(), lack.getOffset()))
        .toList();
  }

  @Override
  public void put(List<Piece> pieces) {
    Chunks.Builder chunks = Chunks.newBuilder();
    for (Piece piece : pieces) {
      chunks.addChunks(
          Chunk.newBuilder()
              .setHash(piece.hash())
              .setOffset(piece.offset())
              .setData(ByteString.copyFrom(piece.data()))
              .setLast(piece.last()));
    }
    var _ = socket.call("Put", chunks.build(), Kept.parser());
  }

  @Override
  public void get(String hash, Consumer<ByteBuffer> pieces) {
    socket.stream(
        "Get",
        ContentFrom.newBuilder().setHash(hash).build(),
        Chunks.parser(),
        chunks ->
            chunks
                .getChunksList()
                .forEach(chunk -> pieces.accept(chunk.getData().asReadOnlyByteBuffer())));
  }

  @Override
  public void run(RunRequest request, Consumer<JobEvent> events) {
    RunJobCommand command =
        RunJobCommand.newBuilder()
            .setJob(AskedJobs.encode(request.job()))
            .putAllSecrets(request.secrets())
            .setForce(request.force())
            .setDryRun(request.dryRun())
            .build();
    events("RunJob", command, events);
  }

  @Override
  public void follow(long job, long logOffset, boolean wait, Consumer<JobEvent> events) {
    FollowJob command =
        FollowJob.newBuilder().setJob(job).setLogOffset(logOffset).setWait(wait).build();
    events("Follow", command, events);
  }

  private void events(String method, MessageLite command, Consumer<JobEvent> events) {
    socket.stream(
        method,
        command,
        dev.plumbline.proto.v1.JobEvent.parser(),
        event -> JobReports.event(event).ifPresent(events));
  }

  @Override
  public void list(boolean watch, int limit, Consumer<JobsReport> reports) {
    socket.stream(
        "Jobs",
        JobsQuery.newBuilder().setWatch(watch).setLimit(limit).build(),
        dev.plumbline.proto.v1.JobsReport.parser(),
        report -> reports.accept(JobReports.report(report)));
  }

  @Override
  public JobRecord get(long job) {
    return JobReports.record(
        socket.call(
            "GetJob",
            JobQuery.newBuilder().setJob(job).build(),
            dev.plumbline.proto.v1.JobRecord.parser()));
  }

  @Override
  public String cancel(long job) {
    return reply("CancelJob", CancelCommand.newBuilder().setJob(job).build());
  }

  @Override
  public String dump(long job) {
    return reply("CancelJob", CancelCommand.newBuilder().setJob(job).setDump(true).build());
  }

  @Override
  public String drain(String node, String reason) {
    return reply("Drain", DrainCommand.newBuilder().setNode(node).setReason(reason).build());
  }

  @Override
  public String resume(String node) {
    return reply("Drain", DrainCommand.newBuilder().setNode(node).setResume(true).build());
  }

  private String reply(String method, MessageLite command) {
    return socket.call(method, command, JobReply.parser()).getRefused();
  }

  @Override
  public List<NodeReach> checkNetwork(List<String> limit, String network) {
    return socket
        .call(
            "CheckNetwork",
            NetworkCommand.newBuilder().addAllLimit(limit).setNetwork(network).build(),
            NetworkReport.parser())
        .getNodesList()
        .stream()
        .map(JobReports::reach)
        .toList();
  }
}
