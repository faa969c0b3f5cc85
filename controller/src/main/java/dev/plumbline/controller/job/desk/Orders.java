package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.job.Drift;
import dev.plumbline.controller.job.JobOrder;
import dev.plumbline.controller.job.Step;
import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.resources.Secret;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Carries out what was decided, once the disk has it. Confined to the desk's thread. */
final class Orders {
  private final JobContext context;
  private final Executor desk;

  /**
   * @param desk runs what comes back in the desk's thread
   */
  Orders(JobContext context, Executor desk) {
    this.context = context;
    this.desk = desk;
  }

  void carryOut(LiveJob job, List<Step> steps) {
    for (Step step : steps) {
      LiveNode node = job.node(step.node());
      switch (step) {
        case Step.Tell tell -> {
          if (node.session.isPresent() && node.isDue(tell.order(), context.now())) {
            tell(job, node.session.get(), tell.order());
          }
        }
        case Step.Observe observe -> observe(job, observe.node(), node);
      }
    }
  }

  void tell(LiveJob job, AgentSession session, JobOrder order) {
    boolean secret = order instanceof JobOrder.Start || order instanceof JobOrder.Ticket;
    AgentCommand command =
        new AgentCommand.Job(
            job.record().id(),
            order,
            job.record().asked().message(),
            secret ? job.secrets : Map.<String, Secret>of());
    job.tail = job.tail.thenRun(() -> session.send(command));
  }

  /** Says how much of a node's log is kept, if that is news. */
  void acknowledge(LiveJob job, String name) {
    LiveNode node = job.node(name);
    long kept = job.log.kept(name);
    if (node.session.isPresent() && kept > node.keptTold) {
      node.keptTold = kept;
      tell(job, node.session.get(), new JobOrder.Kept(kept));
    }
  }

  private void observe(LiveJob job, String name, LiveNode node) {
    if (node.session.isEmpty()) {
      return;
    }
    if (context.reception().holding(name).isEmpty()) {
      // Nothing was applied, which is said elsewhere, so that there is nothing to compare with.
      node.drift = new Drift.Seen(List.of());
      return;
    }
    Drift.Asked asked = new Drift.Asked(context.now());
    node.drift = asked;
    String request =
        "job."
            + job.record().id()
            + "."
            + job.record().attempt()
            + "."
            + name
            + "."
            + asked.since();
    context
        .requests()
        .expect(
            request,
            message ->
                desk.execute(() -> {
                  context.requests().forget(request);
                  if (node.drift.equals(asked)) {
                    node.drift = answer(message);
                  }
                }));
    node.session.get().send(new AgentCommand.Plan(request, java.util.Optional.empty()));
  }

  private static Drift answer(AgentMessage.OfRequest message) {
    return switch (message) {
      case AgentMessage.Planned planned -> new Drift.Seen(DriftText.of(planned.plan()));
      case AgentMessage.Rejected rejected -> new Drift.Unseen(rejected.message());
      case AgentMessage.Progress _,
          AgentMessage.StepDone _,
          AgentMessage.Applied _,
          AgentMessage.Facts _,
          AgentMessage.Guarding _,
          AgentMessage.Probed _,
          AgentMessage.Exports _ ->
          new Drift.Unseen("its agent answered something else");
    };
  }
}
