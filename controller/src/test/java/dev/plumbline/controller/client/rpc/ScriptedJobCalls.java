package dev.plumbline.controller.client.rpc;

import com.google.protobuf.ByteString;
import dev.plumbline.proto.v1.CancelCommand;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.Chunks;
import dev.plumbline.proto.v1.ContentFrom;
import dev.plumbline.proto.v1.ContentList;
import dev.plumbline.proto.v1.ControlGrpc;
import dev.plumbline.proto.v1.DrainCommand;
import dev.plumbline.proto.v1.FollowJob;
import dev.plumbline.proto.v1.JobDone;
import dev.plumbline.proto.v1.JobEvent;
import dev.plumbline.proto.v1.JobExit;
import dev.plumbline.proto.v1.JobOutput;
import dev.plumbline.proto.v1.JobPlace;
import dev.plumbline.proto.v1.JobProblem;
import dev.plumbline.proto.v1.JobQuery;
import dev.plumbline.proto.v1.JobRecord;
import dev.plumbline.proto.v1.JobRefused;
import dev.plumbline.proto.v1.JobReply;
import dev.plumbline.proto.v1.JobState;
import dev.plumbline.proto.v1.JobTransfer;
import dev.plumbline.proto.v1.JobUsage;
import dev.plumbline.proto.v1.Kept;
import dev.plumbline.proto.v1.Lacking;
import dev.plumbline.proto.v1.RunJobCommand;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** A control service that keeps contents, and says of a job what it was asked. */
final class ScriptedJobCalls extends ControlGrpc.ControlImplBase {
  final List<String> asked = new ArrayList<>();
  private ByteString content = ByteString.EMPTY;

  @Override
  public void offer(ContentList request, StreamObserver<Lacking> answers) {
    Lacking.Builder lacking = Lacking.newBuilder();
    request
        .getContentsList()
        .forEach(one ->
            lacking.addContents(ContentFrom.newBuilder().setHash(one.getHash()).setOffset(3)));
    answers.onNext(lacking.build());
    answers.onCompleted();
  }

  @Override
  public void put(Chunks request, StreamObserver<Kept> answers) {
    for (Chunk chunk : request.getChunksList()) {
      asked.add("put at " + chunk.getOffset() + (chunk.getLast() ? ", last" : ""));
      content = content.concat(chunk.getData());
    }
    answers.onNext(Kept.newBuilder().setSize(content.size()).build());
    answers.onCompleted();
  }

  @Override
  public void get(ContentFrom request, StreamObserver<Chunks> answers) {
    Chunk.Builder first = Chunk.newBuilder().setData(content.substring(0, 1));
    Chunk.Builder rest = Chunk.newBuilder().setData(content.substring(1)).setLast(true);
    answers.onNext(Chunks.newBuilder().addChunks(first).build());
    answers.onNext(Chunks.newBuilder().addChunks(rest).build());
    answers.onCompleted();
  }

  @Override
  public void runJob(RunJobCommand request, StreamObserver<JobEvent> answers) {
    asked.add("secrets " + request.getSecretsMap() + (request.getForce() ? ", force" : ""));
    answers.onNext(
        JobEvent.newBuilder()
            .setJob(7)
            .setState(JobState.newBuilder().setPhase(JobState.Phase.SENDING).addWhy("why"))
            .build());
    answers.onNext(
        JobEvent.newBuilder()
            .setJob(7)
            .setTransfer(JobTransfer.newBuilder().setNode("n").setBytesDone(1).setBytesTotal(2))
            .build());
    answers.onNext(
        JobEvent.newBuilder()
            .setJob(7)
            .setOutput(JobOutput.newBuilder().setRank(-1).setText("text").setNextOffset(5))
            .build());
    answers.onNext(
        JobEvent.newBuilder()
            .setJob(7)
            .setRefused(
                JobRefused.newBuilder().addProblems(JobProblem.newBuilder().setMessage("m")))
            .build());
    answers.onNext(
        JobEvent.newBuilder()
            .setJob(7)
            .setDone(
                JobDone.newBuilder()
                    .setRecord(
                        JobRecord.newBuilder()
                            .setJob(7)
                            .setAsked(request.getJob())
                            .addPlaces(JobPlace.newBuilder().setNode("n").setRanks(2))
                            .setExit(JobExit.newBuilder().setCode(9).setHasRank(true))
                            .putUsage("n", JobUsage.newBuilder().setCpuMs(4).build())))
            .build());
    answers.onCompleted();
  }

  @Override
  public void follow(FollowJob request, StreamObserver<JobEvent> answers) {
    asked.add("follow " + request.getJob() + " from " + request.getLogOffset());
    answers.onNext(JobEvent.getDefaultInstance());
    answers.onCompleted();
  }

  @Override
  public void getJob(JobQuery request, StreamObserver<JobRecord> answers) {
    answers.onNext(JobRecord.newBuilder().setJob(request.getJob() + 1).build());
    answers.onCompleted();
  }

  @Override
  public void cancelJob(CancelCommand request, StreamObserver<JobReply> answers) {
    asked.add((request.getDump() ? "dump " : "cancel ") + request.getJob());
    reply(answers);
  }

  @Override
  public void drain(DrainCommand request, StreamObserver<JobReply> answers) {
    asked.add((request.getResume() ? "resume " : "drain ") + request.getNode());
    reply(answers);
  }

  private static void reply(StreamObserver<JobReply> answers) {
    answers.onNext(JobReply.newBuilder().setRefused("no").build());
    answers.onCompleted();
  }
}
