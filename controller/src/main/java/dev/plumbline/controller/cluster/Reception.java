package dev.plumbline.controller.cluster;

import dev.plumbline.controller.agents.AgentListener;
import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentHello;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.CertificateRecord;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.NodeState;
import dev.plumbline.controller.model.StepResult;
import dev.plumbline.resources.Outcome;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Takes in what agents do and say: into the state of the cluster, and on to who waits for it. */
public final class Reception implements AgentListener {
  private final Cluster cluster;
  private final Requests requests;
  private final Clock clock;
  private final Consumer<String> log;
  private final Consumer<String> refusalLog;
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final Map<String, String> applying = new ConcurrentHashMap<>();
  private final Map<String, String> holding = new ConcurrentHashMap<>();
  private final Map<String, List<String>> addresses = new ConcurrentHashMap<>();
  private volatile BiConsumer<AgentSession, AgentMessage.GuardArmed> guards = (_, _) -> {};

  /**
   * @param log receives lines for a person
   * @param refusalLog receives one for each agent that is refused, however often it comes again
   */
  public Reception(
      Cluster cluster,
      Requests requests,
      Clock clock,
      Consumer<String> log,
      Consumer<String> refusalLog) {
    this.cluster = cluster;
    this.requests = requests;
    this.clock = clock;
    this.log = log;
    this.refusalLog = refusalLog;
  }

  /** Why the last attempt of a node's agent to connect was refused; empty if it was not. */
  public Optional<String> refusal(String node) {
    return Optional.ofNullable(refusals.get(node));
  }

  /** The apply that a node's agent is carrying out; empty if none. */
  public Optional<String> applying(String node) {
    return Optional.ofNullable(applying.get(node));
  }

  /** The hash of the last catalog that a node's agent applied, as it says itself; empty if none. */
  public Optional<String> holding(String node) {
    return Optional.ofNullable(holding.get(node)).filter(hash -> !hash.isEmpty());
  }

  /** The addresses of a node's network interfaces when its agent connected, with their prefixes. */
  public List<String> addresses(String node) {
    return addresses.getOrDefault(node, List.of());
  }

  /** From now on guards that are armed go there; must not block. */
  public void guardsGoTo(BiConsumer<AgentSession, AgentMessage.GuardArmed> receiver) {
    guards = receiver;
  }

  /** A node was told to apply. */
  public void applying(String node, String request) {
    applying.put(node, request);
    cluster.signal().raise(node);
  }

  @Override
  public void connected(AgentSession session) {
    AgentHello hello = session.hello();
    refusals.remove(hello.node());
    holding.put(hello.node(), hello.catalogHash());
    if (hello.running().isEmpty()) {
      applying.remove(hello.node());
    } else {
      applying.put(hello.node(), hello.running());
    }
    log.accept(hello.node() + " connected (agent " + hello.build() + ")");
    supersede(session);
    note(
        hello.node(),
        cluster.update(
            hello.node(),
            node ->
                node.withSeen(
                    new NodeRecord.Seen(hello.machineId(), hello.hostKey(), hello.build()),
                    clock.instant())));
  }

  /** A certificate that works makes the ones before it worthless. */
  private void supersede(AgentSession session) {
    List<CertificateRecord> good = cluster.certificates().goodOf(session.hello().node());
    Optional<CertificateRecord> used = cluster.certificates().find(session.credential().serial());
    List<CertificateRecord> older =
        good.stream()
            .filter(
                other -> used.filter(mine -> other.signed().isBefore(mine.signed())).isPresent())
            .toList();
    if (!older.isEmpty()) {
      note(session.hello().node(), cluster.revoke(older));
    }
  }

  @Override
  public void disconnected(AgentSession session) {
    log.accept(session.hello().node() + " disconnected");
    note(
        session.hello().node(),
        cluster.update(session.hello().node(), node -> node.withSince(clock.instant())));
  }

  @Override
  public void refused(String node, String reason) {
    refusals.put(node, reason);
    refusalLog.accept("refused: " + reason);
    cluster.signal().raise(node);
  }

  @Override
  public void said(AgentSession session, AgentMessage message) {
    String node = session.hello().node();
    switch (message) {
      case AgentMessage.Heartbeat _ -> {
        // Being heard is all that it is for.
      }
      case AgentMessage.Planned planned -> {
        note(node, cluster.publish(node, planned.exports()));
        requests.deliver(planned);
      }
      case AgentMessage.Exports exports -> {
        note(node, cluster.publish(node, exports.exports()));
        requests.deliver(exports);
      }
      case AgentMessage.Applied applied -> applied(session, applied);
      case AgentMessage.Progress progress -> requests.deliver(progress);
      case AgentMessage.StepDone step -> requests.deliver(step);
      case AgentMessage.Rejected rejected -> {
        applying.remove(node, rejected.request());
        requests.deliver(rejected);
      }
      case AgentMessage.Facts facts -> {
        addresses.put(node, addresses(facts));
        requests.deliver(facts);
      }
      case AgentMessage.Guarding guarding -> requests.deliver(guarding);
      case AgentMessage.Probed probed -> requests.deliver(probed);
      case AgentMessage.GuardArmed guard -> guards.accept(session, guard);
      case AgentMessage.OfJob job -> requests.deliver(session, job);
    }
  }

  private static List<String> addresses(AgentMessage.Facts facts) {
    return facts.values().entrySet().stream()
        .filter(fact -> fact.getKey().startsWith("nic.") && fact.getKey().endsWith(".addresses"))
        .flatMap(fact -> Arrays.stream(fact.getValue().split(", ")))
        .toList();
  }

  /** Acknowledged only when the disk has it: until then the agent keeps it. */
  private void applied(AgentSession session, AgentMessage.Applied applied) {
    String node = session.hello().node();
    applying.remove(node, applied.request());
    holding.put(node, applied.catalogHash());
    note(node, cluster.publish(node, applied.exports()));
    note(
        node,
        cluster
            .update(node, before -> withApplied(before, applied))
            .thenRun(() -> session.send(new AgentCommand.Acknowledge(applied.request()))));
    requests.deliver(applied);
  }

  private void note(String node, CompletableFuture<Void> written) {
    var _ =
        written.whenComplete((_, failure) -> {
          if (failure != null) {
            log.accept("what " + node + " said is not stored: " + failure.getMessage());
          }
        });
  }

  private NodeRecord withApplied(NodeRecord before, AgentMessage.Applied applied) {
    List<StepResult> unfinished =
        applied.steps().stream().filter(step -> isUnfinished(step.outcome())).toList();
    boolean latest = before.revision().number() == applied.revision();
    long generation =
        latest
            ? before.revision().generation()
            : before.applied().map(NodeRecord.Applied::generation).orElse(0L);
    return before.withApplied(
        new NodeRecord.Applied(
            generation, applied.revision(), applied.catalogHash(), clock.instant(), unfinished),
        verdict(unfinished));
  }

  private static boolean isUnfinished(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Changed _, Outcome.Unchanged _ -> false;
      case Outcome.Skipped _, Outcome.Waiting _, Outcome.Failed _ -> true;
    };
  }

  private static NodeRecord.Verdict verdict(List<StepResult> unfinished) {
    if (unfinished.isEmpty()) {
      return new NodeRecord.Verdict(NodeState.CONVERGED, "");
    }
    boolean waits = unfinished.stream().allMatch(step -> step.outcome() instanceof Outcome.Waiting);
    return new NodeRecord.Verdict(waits ? NodeState.WAITING : NodeState.FAILED, "");
  }
}
