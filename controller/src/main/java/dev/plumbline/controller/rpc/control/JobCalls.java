package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.job.Asked;
import dev.plumbline.controller.job.Bytes;
import dev.plumbline.controller.job.Content;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.job.content.ContentException;
import dev.plumbline.controller.job.content.ContentStore;
import dev.plumbline.controller.job.desk.Jobs;
import dev.plumbline.controller.job.desk.NetworkCheck;
import dev.plumbline.controller.rpc.socket.Caller;
import dev.plumbline.controller.rpc.wire.JobRecords;
import dev.plumbline.controller.run.Refusal;
import dev.plumbline.proto.v1.CancelCommand;
import dev.plumbline.proto.v1.DrainCommand;
import dev.plumbline.proto.v1.FollowJob;
import dev.plumbline.proto.v1.JobEvent;
import dev.plumbline.proto.v1.JobQuery;
import dev.plumbline.proto.v1.JobReply;
import dev.plumbline.proto.v1.JobsQuery;
import dev.plumbline.proto.v1.JobsReport;
import dev.plumbline.proto.v1.NetworkCommand;
import dev.plumbline.proto.v1.NetworkReport;
import dev.plumbline.proto.v1.NodeReach;
import dev.plumbline.proto.v1.Reached;
import dev.plumbline.proto.v1.RunJobCommand;
import dev.plumbline.resources.Secret;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Calls about jobs. */
final class JobCalls {
  private static final int USUAL_JOBS = 20;

  /** An agent takes in messages of 16 MiB: one that is longer would end its session each time. */
  private static final int LARGEST = 12 << 20;

  private final Jobs jobs;
  private final ContentStore contents;
  private final Cluster cluster;
  private final Timer timer;

  JobCalls(Jobs jobs, ContentStore contents, Cluster cluster, Timer timer) {
    this.jobs = jobs;
    this.contents = contents;
    this.cluster = cluster;
    this.timer = timer;
  }

  void run(RunJobCommand command, StreamObserver<JobEvent> answers) throws Refusal {
    Asked asked = asked(command);
    Map<String, Secret> secrets = new HashMap<>();
    command.getSecretsMap().forEach((name, value) -> secrets.put(name, Secret.of(value)));
    ServerCallStreamObserver<JobEvent> stream = (ServerCallStreamObserver<JobEvent>) answers;
    var _ =
        jobs.submit(asked, secrets)
            .whenComplete((id, failure) -> {
              if (failure == null) {
                JobFollower.start(jobs, id, 0, true, stream);
              } else {
                Answers.later(answers, CompletableFuture.failedFuture(failure));
              }
            });
  }

  private Asked asked(RunJobCommand command) throws Refusal {
    int size = command.getJob().getSerializedSize();
    if (size > LARGEST) {
      throw new Refusal(
          Refusal.Kind.INVALID,
          "the job and the names of its files are "
              + Bytes.text(size)
              + ", and a node can be told no more than "
              + Bytes.text(LARGEST)
              + " at once; pack small files into an archive");
    }
    try {
      Asked asked = JobRecords.read(command, user());
      for (String secret : asked.secrets()) {
        if (!asked.dryRun() && !command.containsSecrets(secret)) {
          throw new Refusal(
              Refusal.Kind.INVALID, "the job came without a value for its secret " + secret);
        }
      }
      for (Content content : asked.spec().files()) {
        if (!asked.dryRun() && contents.find(content.hash()).isEmpty()) {
          throw new Refusal(
              Refusal.Kind.INVALID,
              "the controller does not have " + content.hash() + ", which the job needs; send it");
        }
      }
      return asked;
    } catch (IllegalArgumentException | ContentException e) {
      throw new Refusal(Refusal.Kind.INVALID, "the job makes no sense: " + e.getMessage());
    }
  }

  void follow(FollowJob query, StreamObserver<JobEvent> answers) {
    ServerCallStreamObserver<JobEvent> stream = (ServerCallStreamObserver<JobEvent>) answers;
    Answers.whenFound(
        answers,
        number(query.getJob()).thenCompose(this::known),
        job -> JobFollower.start(jobs, job.id(), query.getLogOffset(), query.getWait(), stream));
  }

  private CompletableFuture<Long> number(long asked) {
    return asked != 0
        ? CompletableFuture.completedFuture(asked)
        : jobs.last(1).thenApply(last -> last.isEmpty() ? 0L : last.getFirst().id());
  }

  private CompletableFuture<JobRecord> known(long id) {
    return jobs.find(id)
        .thenCompose(found ->
            found
                .map(CompletableFuture::completedFuture)
                .orElseGet(() ->
                    CompletableFuture.failedFuture(
                        new Refusal(
                            Refusal.Kind.INVALID,
                            id == 0 ? "there was no job yet" : "there is no job " + id))));
  }

  void list(JobsQuery query, StreamObserver<JobsReport> answers) {
    if (query.getWatch()) {
      Watch.start(
          (ServerCallStreamObserver<JobsReport>) answers,
          () -> report(query).join(),
          jobs::listen,
          timer);
    } else {
      Answers.later(answers, report(query));
    }
  }

  private CompletableFuture<JobsReport> report(JobsQuery query) {
    int limit = query.getLimit() == 0 ? USUAL_JOBS : query.getLimit();
    return jobs.last(limit)
        .thenApply(last ->
            JobsReport.newBuilder()
                .addAllJobs(last.stream().map(JobRecords::write).toList())
                .addAllDrained(jobs.drains().stream().map(JobRecords::write).toList())
                .build());
  }

  void get(JobQuery query, StreamObserver<dev.plumbline.proto.v1.JobRecord> answers) {
    Answers.later(
        answers, number(query.getJob()).thenCompose(this::known).thenApply(JobRecords::write));
  }

  void cancel(CancelCommand command, StreamObserver<JobReply> answers) {
    reply(
        answers,
        command.getDump() ? jobs.dump(command.getJob()) : jobs.cancel(command.getJob(), user()));
  }

  void drain(DrainCommand command, StreamObserver<JobReply> answers) {
    String node = command.getNode();
    boolean known = cluster.inventory().stream().anyMatch(one -> one.name().equals(node));
    if (!known) {
      reply(
          answers,
          CompletableFuture.completedFuture(Optional.of("the inventory has no node " + node)));
    } else if (command.getResume()) {
      reply(answers, jobs.resume(node, user()));
    } else {
      reply(
          answers, jobs.drain(node, command.getReason(), user()).thenApply(_ -> Optional.empty()));
    }
  }

  private static void reply(
      StreamObserver<JobReply> answers, CompletableFuture<Optional<String>> refusal) {
    Answers.later(
        answers,
        refusal.thenApply(why -> JobReply.newBuilder().setRefused(why.orElse("")).build()));
  }

  void network(NetworkCommand command, StreamObserver<NetworkReport> answers) {
    Answers.later(
        answers,
        jobs.network()
            .run(command.getLimitList(), JobRecords.network(command), timer)
            .thenApply(JobCalls::write));
  }

  private static NetworkReport write(List<NetworkCheck.Result> results) {
    NetworkReport.Builder report = NetworkReport.newBuilder();
    for (NetworkCheck.Result result : results) {
      NodeReach.Builder node =
          NodeReach.newBuilder().setNode(result.node()).setFailure(result.failure());
      result
          .reached()
          .forEach(reached ->
              node.addReached(
                  Reached.newBuilder()
                      .setNode(reached.node())
                      .setFailure(reached.failure())
                      .setMtu(reached.mtu())));
      report.addNodes(node);
    }
    return report.build();
  }

  private static String user() {
    return Optional.ofNullable(Caller.USER.get()).orElse("unknown");
  }
}
