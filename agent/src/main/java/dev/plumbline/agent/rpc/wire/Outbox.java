package dev.plumbline.agent.rpc.wire;

import dev.plumbline.agent.engine.Planning.Published;
import dev.plumbline.agent.guard.Announcement;
import dev.plumbline.agent.guard.Call;
import dev.plumbline.agent.guard.GuardListener;
import dev.plumbline.agent.job.report.Report;
import dev.plumbline.agent.journal.Finished;
import dev.plumbline.agent.work.Answers;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives answers to the open stream; while there is none they are lost. */
public final class Outbox
    implements Answers, GuardListener, dev.plumbline.agent.job.report.Answers {
  private volatile Consumer<FromAgent> stream = Outbox::drop;

  /** From now on answers go there. */
  public void open(Consumer<FromAgent> open) {
    stream = open;
  }

  public void close() {
    stream = Outbox::drop;
  }

  @Override
  public void guarding(String request, Duration within) {
    stream.accept(Messages.guarding(request, within));
  }

  @Override
  public void armed(Announcement announcement) {
    stream.accept(Messages.armed(announcement));
  }

  /** What came of calling a listener of another node. */
  public void called(String request, Call call) {
    stream.accept(Messages.called(request, call));
  }

  private static void drop(FromAgent message) {}

  @Override
  public void planned(String request, Plan plan, List<Published> exports) {
    stream.accept(Messages.planned(request, plan, exports));
  }

  @Override
  public void progress(String request, Optional<ResourceId> on, String now) {
    stream.accept(Messages.progress(request, on, now));
  }

  @Override
  public void done(String request, ResourceId id, Outcome outcome) {
    stream.accept(Messages.done(request, id, outcome));
  }

  @Override
  public void applied(Finished finished) {
    stream.accept(Messages.applied(finished));
  }

  @Override
  public void rejected(String request, Failure why) {
    stream.accept(Messages.rejected(request, why));
  }

  @Override
  public void exports(String request, List<Published> exports) {
    stream.accept(Messages.exports(request, exports));
  }

  @Override
  public void facts(String request, Map<String, String> facts) {
    stream.accept(Messages.facts(request, facts));
  }

  @Override
  public void report(Report report) {
    stream.accept(JobMessages.report(report));
  }

  @Override
  public void log(String job, long offset, byte[] data) {
    stream.accept(JobMessages.log(job, offset, data));
  }
}
