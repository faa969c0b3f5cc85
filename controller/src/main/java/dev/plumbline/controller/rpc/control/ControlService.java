package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.ca.CertificateAuthority;
import dev.plumbline.controller.job.content.ContentStore;
import dev.plumbline.controller.job.desk.Jobs;
import dev.plumbline.controller.model.Bundle;
import dev.plumbline.controller.model.RunRecord;
import dev.plumbline.controller.run.Refusal;
import dev.plumbline.controller.run.RunContext;
import dev.plumbline.controller.run.Runs;
import dev.plumbline.proto.v1.ApplyAgainCommand;
import dev.plumbline.proto.v1.ApplyCommand;
import dev.plumbline.proto.v1.CancelCommand;
import dev.plumbline.proto.v1.Chunks;
import dev.plumbline.proto.v1.ContentFrom;
import dev.plumbline.proto.v1.ContentList;
import dev.plumbline.proto.v1.ControlGrpc;
import dev.plumbline.proto.v1.DescribeRequest;
import dev.plumbline.proto.v1.Description;
import dev.plumbline.proto.v1.DrainCommand;
import dev.plumbline.proto.v1.DriftCommand;
import dev.plumbline.proto.v1.EnrollmentReply;
import dev.plumbline.proto.v1.EnrollmentRequest;
import dev.plumbline.proto.v1.FactsQuery;
import dev.plumbline.proto.v1.FactsReport;
import dev.plumbline.proto.v1.FollowJob;
import dev.plumbline.proto.v1.HistoryReport;
import dev.plumbline.proto.v1.HistoryRequest;
import dev.plumbline.proto.v1.JobEvent;
import dev.plumbline.proto.v1.JobQuery;
import dev.plumbline.proto.v1.JobRecord;
import dev.plumbline.proto.v1.JobReply;
import dev.plumbline.proto.v1.JobsQuery;
import dev.plumbline.proto.v1.JobsReport;
import dev.plumbline.proto.v1.Kept;
import dev.plumbline.proto.v1.Lacking;
import dev.plumbline.proto.v1.NetworkCommand;
import dev.plumbline.proto.v1.NetworkReport;
import dev.plumbline.proto.v1.PageCommand;
import dev.plumbline.proto.v1.PagePiece;
import dev.plumbline.proto.v1.PagesFound;
import dev.plumbline.proto.v1.PagesQuery;
import dev.plumbline.proto.v1.PlanCommand;
import dev.plumbline.proto.v1.RevokeAgentReply;
import dev.plumbline.proto.v1.RevokeAgentRequest;
import dev.plumbline.proto.v1.RunEvent;
import dev.plumbline.proto.v1.RunJobCommand;
import dev.plumbline.proto.v1.ShutdownReply;
import dev.plumbline.proto.v1.ShutdownRequest;
import dev.plumbline.proto.v1.SignAgentReply;
import dev.plumbline.proto.v1.SignAgentRequest;
import dev.plumbline.proto.v1.StatusReport;
import dev.plumbline.proto.v1.StatusRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;

/** Answers the command line. */
public final class ControlService extends ControlGrpc.ControlImplBase {
  private static final int USUAL_HISTORY = 20;

  private final RunContext context;
  private final Runs runs;
  private final Timer timer;
  private final About about;
  private final Runnable stop;
  private final LastBundle last = new LastBundle();
  private final RunCalls runCalls;
  private final Reports reports;
  private final FactsCall facts;
  private final EnrollmentCalls enrollment;
  private final Jobs jobs;
  private final JobCalls jobCalls;
  private final ContentCalls contents;
  private final PageCalls pages;

  /**
   * What this controller is.
   *
   * @param port where agents dial
   * @param advertise at which address; empty for the local address of each SSH connection
   */
  public record About(String build, long pid, int port, String advertise) {
    @Override
    public String toString() {
      return "build " + (build.isEmpty() ? "unknown" : build) + ", pid " + pid + ", port " + port;
    }
  }

  /**
   * @param stop ends the controller, soon
   */
  public ControlService(
      RunContext context,
      Runs runs,
      Jobs jobs,
      ContentStore contents,
      PageCalls pages,
      CertificateAuthority authority,
      AgentBuilds builds,
      About about,
      Timer timer,
      Runnable stop) {
    this.context = context;
    this.runs = runs;
    this.jobs = jobs;
    this.timer = timer;
    this.about = about;
    this.stop = stop;
    this.runCalls = new RunCalls(runs, last);
    this.jobCalls = new JobCalls(jobs, contents, context.cluster(), timer);
    this.contents = new ContentCalls(contents);
    this.pages = pages;
    this.reports =
        new Reports(context.cluster(), context.agents(), context.reception(), about.toString());
    this.facts = new FactsCall(context.cluster(), context.agents(), context.requests(), timer);
    this.enrollment =
        new EnrollmentCalls(
            context.cluster(),
            context.agents(),
            context.enrollments(),
            authority,
            builds,
            context.clock(),
            about.port(),
            about.advertise());
  }

  @Override
  public void describe(DescribeRequest request, StreamObserver<Description> answers) {
    Description.Builder description =
        Description.newBuilder()
            .setBuild(about.build())
            .setCluster(context.cluster().name())
            .setPid(about.pid())
            .setAgentPort(about.port())
            .setBusy(runs.busy() || jobs.busy());
    last.describe(description);
    Answers.one(answers, description.build());
  }

  @Override
  public void plan(PlanCommand command, StreamObserver<RunEvent> answers) {
    runCalls.plan(command, answers);
  }

  @Override
  public void apply(ApplyCommand command, StreamObserver<RunEvent> answers) {
    runCalls.apply(command, answers);
  }

  @Override
  public void applyAgain(ApplyAgainCommand command, StreamObserver<RunEvent> answers) {
    Optional<Bundle> bundle =
        last.madeOf(command.getInputsList())
            .filter(same -> enrollment.connected(same.nodes()).containsAll(same.names()));
    if (bundle.isPresent()) {
      runCalls.applyAgain(bundle.get(), answers);
    } else {
      answers.onCompleted();
    }
  }

  @Override
  public void drift(DriftCommand command, StreamObserver<RunEvent> answers) {
    runCalls.drift(command, answers);
  }

  @Override
  public void status(StatusRequest request, StreamObserver<StatusReport> answers) {
    if (request.getWatch()) {
      Watch.start(
          (ServerCallStreamObserver<StatusReport>) answers,
          reports::status,
          moved -> context.cluster().signal().listen(_ -> moved.run()),
          timer);
    } else {
      Answers.one(answers, reports.status());
    }
  }

  @Override
  public void history(HistoryRequest request, StreamObserver<HistoryReport> answers) {
    int limit = request.getLimit() == 0 ? USUAL_HISTORY : request.getLimit();
    Answers.later(
        answers,
        context
            .cluster()
            .recorder()
            .read(store -> store.runs(limit))
            .thenApply(entries -> {
              HistoryReport.Builder report = HistoryReport.newBuilder();
              for (RunRecord run : entries) {
                report.addEntries(Reports.history(run));
              }
              return report.build();
            }));
  }

  @Override
  public void getFacts(FactsQuery query, StreamObserver<FactsReport> answers) {
    Answers.later(answers, facts.ask(query.getLimitList()));
  }

  @Override
  public void enrollment(EnrollmentRequest request, StreamObserver<EnrollmentReply> answers) {
    try {
      Answers.one(answers, enrollment.enroll(request));
    } catch (Refusal refusal) {
      answers.onError(Answers.status(refusal));
    }
  }

  @Override
  public void signAgent(SignAgentRequest request, StreamObserver<SignAgentReply> answers) {
    try {
      Answers.later(answers, enrollment.sign(request));
    } catch (Refusal refusal) {
      answers.onError(Answers.status(refusal));
    }
  }

  @Override
  public void revokeAgent(RevokeAgentRequest request, StreamObserver<RevokeAgentReply> answers) {
    Answers.later(answers, enrollment.revoke(request.getNode()));
  }

  @Override
  public void offer(ContentList offered, StreamObserver<Lacking> answers) {
    try {
      Answers.one(answers, contents.offer(offered));
    } catch (Refusal refusal) {
      answers.onError(Answers.status(refusal));
    }
  }

  @Override
  public void put(Chunks chunks, StreamObserver<Kept> answers) {
    try {
      Answers.one(answers, contents.put(chunks));
    } catch (Refusal refusal) {
      answers.onError(Answers.status(refusal));
    }
  }

  @Override
  public void get(ContentFrom wanted, StreamObserver<Chunks> answers) {
    try {
      contents.get(wanted, answers);
    } catch (Refusal refusal) {
      answers.onError(Answers.status(refusal));
    }
  }

  @Override
  public void runJob(RunJobCommand command, StreamObserver<JobEvent> answers) {
    try {
      jobCalls.run(command, answers);
    } catch (Refusal refusal) {
      answers.onError(Answers.status(refusal));
    }
  }

  @Override
  public void follow(FollowJob query, StreamObserver<JobEvent> answers) {
    jobCalls.follow(query, answers);
  }

  @Override
  public void jobs(JobsQuery query, StreamObserver<JobsReport> answers) {
    jobCalls.list(query, answers);
  }

  @Override
  public void getJob(JobQuery query, StreamObserver<JobRecord> answers) {
    jobCalls.get(query, answers);
  }

  @Override
  public void cancelJob(CancelCommand command, StreamObserver<JobReply> answers) {
    jobCalls.cancel(command, answers);
  }

  @Override
  public void drain(DrainCommand command, StreamObserver<JobReply> answers) {
    jobCalls.drain(command, answers);
  }

  @Override
  public void checkNetwork(NetworkCommand command, StreamObserver<NetworkReport> answers) {
    jobCalls.network(command, answers);
  }

  @Override
  public void findPages(PagesQuery query, StreamObserver<PagesFound> answers) {
    Answers.later(answers, pages.find(query));
  }

  @Override
  public void getPage(PageCommand command, StreamObserver<PagePiece> answers) {
    try {
      pages.get(command, answers);
    } catch (Refusal refusal) {
      answers.onError(Answers.status(refusal));
    }
  }

  @Override
  public void shutdown(ShutdownRequest request, StreamObserver<ShutdownReply> answers) {
    String refused = request.getForce() ? "" : busy();
    Answers.one(answers, ShutdownReply.newBuilder().setRefused(refused).build());
    if (refused.isEmpty()) {
      stop.run();
    }
  }

  private String busy() {
    if (runs.busy()) {
      return "a run is under way; wait for its end, or stop with --force";
    }
    return jobs.busy()
        ? String.join(", ", jobs.titles())
            + " is under way; wait for its end, or stop with --force, which leaves it to the agents"
        : "";
  }
}
