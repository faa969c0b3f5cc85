package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.job.Inspection;
import dev.plumbline.controller.job.JobMessage;
import dev.plumbline.controller.job.JobOrder;
import dev.plumbline.controller.job.Place;
import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.InventoryNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Whether nodes reach each other, without a job: each listens, then each tries all others. */
public final class NetworkCheck {
  /** The number that orders and reports carry which belong to no job. */
  static final long NO_JOB = 0;

  private final JobContext context;
  private final Set<Question> waiting = ConcurrentHashMap.newKeySet();

  NetworkCheck(JobContext context) {
    this.context = context;
  }

  /**
   * What a node could reach.
   *
   * @param failure why it could not even try; empty if it could
   */
  public record Result(String node, String failure, List<Inspection.Reached> reached) {
    public Result {
      reached = List.copyOf(reached);
    }
  }

  /** Who was asked, and which answer counts. */
  private record Question(
      String node, Predicate<Inspection> fits, CompletableFuture<Inspection> answer) {}

  /** A round of questions: who was asked, and what each answered. */
  private record Round(Map<String, CompletableFuture<Inspection>> answers) {
    CompletableFuture<Void> whole() {
      return CompletableFuture.allOf(answers.values().toArray(CompletableFuture<?>[]::new))
          .exceptionally(_ -> null);
    }

    Optional<Inspection> of(String node) {
      CompletableFuture<Inspection> answer = answers.get(node);
      return answer == null || answer.isCompletedExceptionally()
          ? Optional.empty()
          : Optional.ofNullable(answer.getNow(null));
    }
  }

  /**
   * Tries all pairs.
   *
   * @param limit names of nodes; empty for all
   * @param job says which network
   */
  public CompletableFuture<List<Result>> run(List<String> limit, JobMessage job, Timer timer) {
    String token = context.nonces().get();
    List<InventoryNode> nodes =
        context.cluster().inventory().stream()
            .filter(node -> limit.isEmpty() || limit.contains(node.name()))
            .toList();
    Round first =
        ask(
            nodes,
            job,
            timer,
            _ -> Optional.of(new JobOrder.Inspect(token, List.of(), places(nodes))),
            inspection -> inspection.token().equals(token));
    return first
        .whole()
        .thenCompose(_ -> {
          Round second =
              ask(
                  nodes,
                  job,
                  timer,
                  node -> reach(token, node, nodes, first),
                  inspection ->
                      inspection.token().equals(token) && !inspection.reached().isEmpty());
          return second
              .whole()
              .thenApply(
                  _ -> nodes.stream().map(node -> result(node.name(), first, second)).toList());
        });
  }

  private static Optional<JobOrder> reach(
      String token, InventoryNode from, List<InventoryNode> nodes, Round first) {
    List<JobOrder.Target> targets = new ArrayList<>();
    for (InventoryNode to : nodes) {
      if (!to.name().equals(from.name())) {
        first
            .of(to.name())
            .filter(seen -> seen.port() > 0)
            .ifPresent(seen -> targets.add(target(to, seen)));
      }
    }
    return targets.isEmpty() || first.of(from.name()).isEmpty()
        ? Optional.empty()
        : Optional.of(new JobOrder.Inspect(token, targets, places(nodes)));
  }

  private static List<Place> places(List<InventoryNode> nodes) {
    return nodes.stream()
        .map(node -> new Place(node.name(), node.address(), node.slots(), 0))
        .toList();
  }

  private static JobOrder.Target target(InventoryNode node, Inspection seen) {
    String address =
        seen.value("network.address").filter(found -> !found.isEmpty()).orElse(node.address());
    return new JobOrder.Target(node.name(), address, seen.port());
  }

  private Round ask(
      List<InventoryNode> nodes,
      JobMessage job,
      Timer timer,
      Function<InventoryNode, Optional<JobOrder>> order,
      Predicate<Inspection> answers) {
    Map<String, CompletableFuture<Inspection>> asked = new LinkedHashMap<>();
    for (InventoryNode node : nodes) {
      Optional<AgentSession> session = context.agents().live(node.name());
      Optional<JobOrder> question = order.apply(node);
      if (session.isPresent() && question.isPresent()) {
        CompletableFuture<Inspection> answer = new CompletableFuture<>();
        asked.put(node.name(), answer);
        Question open = new Question(node.name(), answers, answer);
        waiting.add(open);
        var _ = answer.whenComplete((_, _) -> waiting.remove(open));
        timer.after(
            context.deadlines().checked(),
            () -> answer.completeExceptionally(new IllegalStateException("too late")));
        session.get().send(new AgentCommand.Job(NO_JOB, question.get(), job, Map.of()));
      }
    }
    return new Round(asked);
  }

  void said(AgentSession session, AgentMessage.OfJob message) {
    if (message instanceof AgentMessage.Job said && said.report().inspection().isPresent()) {
      Inspection inspection = said.report().inspection().get();
      waiting.stream()
          .filter(question -> question.node().equals(session.hello().node()))
          .filter(question -> question.fits().test(inspection))
          .forEach(question -> question.answer().complete(inspection));
    }
  }

  private Result result(String node, Round first, Round second) {
    String failure = "";
    if (context.agents().live(node).isEmpty()) {
      failure = node + " is not connected";
    } else if (first.of(node).isEmpty()) {
      failure = node + " did not answer";
    } else if (first
        .of(node)
        .flatMap(seen -> seen.value("network.address"))
        .filter(String::isEmpty)
        .isPresent()) {
      failure = node + " has no address in the job's network";
    }
    return new Result(node, failure, second.of(node).map(Inspection::reached).orElse(List.of()));
  }
}
