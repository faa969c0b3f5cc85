package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.cluster.Requests;
import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.proto.v1.FactsReport;
import dev.plumbline.proto.v1.NodeFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Asks agents what their nodes have. */
final class FactsCall {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Cluster cluster;
  private final Agents agents;
  private final Requests requests;
  private final Timer timer;
  private final AtomicLong asked = new AtomicLong();

  FactsCall(Cluster cluster, Agents agents, Requests requests, Timer timer) {
    this.cluster = cluster;
    this.agents = agents;
    this.requests = requests;
    this.timer = timer;
  }

  CompletableFuture<FactsReport> ask(List<String> limit) {
    List<CompletableFuture<NodeFacts>> answers =
        cluster.inventory().stream()
            .map(InventoryNode::name)
            .filter(name -> limit.isEmpty() || limit.contains(name))
            .map(this::ask)
            .toList();
    return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new))
        .thenApply(_ ->
            FactsReport.newBuilder()
                .addAllNodes(answers.stream().map(CompletableFuture::join).toList())
                .build());
  }

  private CompletableFuture<NodeFacts> ask(String node) {
    Optional<AgentSession> session = agents.live(node);
    if (session.isEmpty()) {
      return CompletableFuture.completedFuture(failure(node, node + " is not connected"));
    }
    String request = "facts." + asked.incrementAndGet();
    CompletableFuture<NodeFacts> answer = new CompletableFuture<>();
    requests.expect(request, message -> answer.complete(read(node, message)));
    timer.after(
        PATIENCE,
        () ->
            answer.complete(
                failure(
                    node,
                    "the agent on "
                        + node
                        + " did not answer within "
                        + PATIENCE.toSeconds()
                        + " s")));
    session.get().send(new AgentCommand.Facts(request));
    return answer.whenComplete((_, _) -> requests.forget(request));
  }

  private static NodeFacts read(String node, AgentMessage.OfRequest message) {
    return switch (message) {
      case AgentMessage.Facts facts ->
          NodeFacts.newBuilder().setNode(node).putAllValues(facts.values()).build();
      case AgentMessage.Rejected rejected -> failure(node, rejected.message());
      case AgentMessage.Planned _,
          AgentMessage.Progress _,
          AgentMessage.StepDone _,
          AgentMessage.Applied _,
          AgentMessage.Probed _,
          AgentMessage.Guarding _,
          AgentMessage.Exports _ ->
          failure(node, "the agent on " + node + " answered something else");
    };
  }

  private static NodeFacts failure(String node, String failure) {
    return NodeFacts.newBuilder().setNode(node).setFailure(failure).build();
  }
}
