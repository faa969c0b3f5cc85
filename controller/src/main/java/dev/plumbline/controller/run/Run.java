package dev.plumbline.controller.run;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.NodeState;
import dev.plumbline.controller.model.RevisedCatalog;
import dev.plumbline.controller.model.Verb;
import dev.plumbline.controller.reconcile.Decision;
import dev.plumbline.controller.reconcile.Phase;
import dev.plumbline.controller.reconcile.Reconciler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Carries out what the reconciler decides, until nothing can move. Everything happens in one
 * thread, one thing after another; agents, sessions and the store put what they have to say into
 * its inbox.
 */
final class Run {
  private static final Duration LOOK_AT_CLOCK = Duration.ofMillis(250);

  private final String id;
  private final Verb verb;
  private final Map<String, NodeRun> nodes;
  private final RunContext context;
  private final RunObserver observer;
  private final RunWorld world;
  private final Reconciler reconciler;
  private final BlockingQueue<Input> inbox = new LinkedBlockingQueue<>();
  private final LinkedHashSet<String> dirty = new LinkedHashSet<>();
  private final Set<String> moving = new LinkedHashSet<>();
  private final List<String> requests = new ArrayList<>();
  private long clockSeen;

  /** What the thread of the run is told by others. */
  private sealed interface Input {
    String node();

    /** Something about a node moved: its session, what it publishes. */
    record Look(String node) implements Input {}

    record Said(String node, AgentMessage.OfRequest message) implements Input {}

    record NotStored(String node, String message) implements Input {}
  }

  Run(
      String id,
      Verb verb,
      long generation,
      Map<String, NodeRun> nodes,
      RunContext context,
      RunObserver observer) {
    this.id = id;
    this.verb = verb;
    this.nodes = nodes;
    this.context = context;
    this.observer = observer;
    this.world = new RunWorld(verb, generation, nodes, context);
    this.reconciler = new Reconciler(context.linker());
  }

  RunWorld world() {
    return world;
  }

  /** Runs until nothing can move. */
  void run() throws InterruptedException {
    Runnable stopListening = context.cluster().signal().listen(this::look);
    try {
      dirty.addAll(nodes.keySet());
      decideDirty();
      while (!moving.isEmpty()) {
        Input input = inbox.poll(LOOK_AT_CLOCK.toNanos(), TimeUnit.NANOSECONDS);
        if (input != null) {
          take(input);
        }
        if (world.now() - clockSeen >= LOOK_AT_CLOCK.toNanos()) {
          clockSeen = world.now();
          overdue();
        }
        decideDirty();
      }
    } finally {
      stopListening.run();
      requests.forEach(context.requests()::forget);
    }
  }

  private void look(String node) {
    if (nodes.containsKey(node)) {
      inbox.add(new Input.Look(node));
    }
  }

  /** When a node is looked at again even if nothing is heard of it. */
  private OptionalLong deadline(NodeRun node) {
    if (node.decision.orElse(null) instanceof Decision.Await await
        && await.until() != Decision.Await.MOVES) {
      return OptionalLong.of(await.until());
    }
    if (node.asking) {
      return OptionalLong.of(node.heard + context.patience().asked().toNanos());
    }
    return node.phase instanceof Phase.Busy
        ? OptionalLong.of(node.heard + silence().toNanos())
        : OptionalLong.empty();
  }

  private Duration silence() {
    return verb == Verb.APPLY ? context.patience().applying() : context.patience().planning();
  }

  private void overdue() {
    for (String name : moving) {
      NodeRun node = node(name);
      OptionalLong deadline = deadline(node);
      if (deadline.isPresent() && deadline.getAsLong() <= world.now()) {
        if (node.asking) {
          node.asking = false;
        } else if (node.phase instanceof Phase.Busy && context.agents().live(name).isPresent()) {
          node.phase =
              new Phase.Broken(
                  "the agent on "
                      + name
                      + " has said nothing for "
                      + silence().toMinutes()
                      + " minutes",
                  "see plumb status, and journalctl -u plumbline-agent on " + name);
        }
        touch(name);
      }
    }
  }

  /** A node is decided anew, and all whose decisions may depend on it. */
  private void touch(String node) {
    dirty.add(node);
    dirty.addAll(world.dependents(node));
  }

  private void decideDirty() {
    while (!dirty.isEmpty()) {
      String name = dirty.removeFirst();
      decide(node(name));
    }
  }

  private void decide(NodeRun node) {
    Decision decision = reconciler.decide(node.name, world);
    if (Optional.of(decision).equals(node.decision)) {
      return;
    }
    node.decision = Optional.of(decision);
    if (atRest(decision)) {
      moving.remove(node.name);
    } else {
      moving.add(node.name);
    }
    Telling.of(verb, node, decision).forEach(observer::happened);
    switch (decision) {
      case Decision.Send send -> send(node, send);
      case Decision.Compare _ ->
          command(node, "", new AgentCommand.Plan(nextRequest(node), Optional.empty()));
      case Decision.Ask _ -> {
        node.asked = true;
        node.asking = true;
        tell(node, new AgentCommand.Exports(nextRequest(node)));
      }
      case Decision.Unable unable ->
          node.phase = new Phase.Broken(unable.message(), unable.remedy());
      case Decision.Await _, Decision.Settled _, Decision.Pending _ -> {
        // Only something that moves goes on from here.
      }
    }
  }

  private static boolean atRest(Decision decision) {
    return switch (decision) {
      case Decision.Settled _, Decision.Pending _, Decision.Unable _ -> true;
      case Decision.Send _, Decision.Compare _, Decision.Ask _, Decision.Await _ -> false;
    };
  }

  private void send(NodeRun node, Decision.Send send) {
    RevisedCatalog catalog =
        new RevisedCatalog(send.catalog(), send.revision().generation(), send.revision().number());
    node.sent++;
    String request = nextRequest(node);
    if (verb == Verb.PLAN) {
      command(node, send.catalog().hash(), new AgentCommand.Plan(request, Optional.of(catalog)));
      return;
    }
    begin(node, request, send.catalog().hash());
    // Sent only when the disk has its number, so that no number is ever given twice.
    var _ =
        context
            .cluster()
            .update(node.name, before -> before.withRevision(send.revision()))
            .whenComplete((_, failure) -> {
              if (failure == null) {
                context.reception().applying(node.name, request);
                node.session.ifPresent(
                    session -> session.send(new AgentCommand.Apply(request, catalog)));
              } else {
                inbox.add(new Input.NotStored(node.name, String.valueOf(failure.getMessage())));
              }
            });
  }

  private void command(NodeRun node, String hash, AgentCommand.OfRequest command) {
    begin(node, command.request(), hash);
    tell(node, command);
  }

  private void begin(NodeRun node, String request, String hash) {
    node.phase = new Phase.Busy(request, hash, false);
    node.session = context.agents().live(node.name);
    node.lost = OptionalLong.empty();
    node.heard = world.now();
    touch(node.name);
  }

  private void tell(NodeRun node, AgentCommand command) {
    node.session = context.agents().live(node.name);
    node.heard = world.now();
    node.session.ifPresent(session -> session.send(command));
    touch(node.name);
  }

  private String nextRequest(NodeRun node) {
    node.request = id + "." + (requests.size() + 1);
    requests.add(node.request);
    context
        .requests()
        .expect(node.request, message -> inbox.add(new Input.Said(node.name, message)));
    return node.request;
  }

  private void take(Input input) {
    switch (input) {
      case Input.Look look -> sessionMoved(node(look.node()));
      case Input.Said said -> said(node(said.node()), said.message());
      case Input.NotStored notStored ->
          node(notStored.node()).phase =
              new Phase.Broken(notStored.message(), "mend it, then run plumb apply again");
    }
    touch(input.node());
  }

  /** A command that went out on a session that has ended may never have arrived. */
  private void sessionMoved(NodeRun node) {
    Optional<AgentSession> live = context.agents().live(node.name);
    if (live.equals(node.session) || !(node.phase instanceof Phase.Busy || node.asking)) {
      return;
    }
    if (live.isEmpty()) {
      if (node.lost.isEmpty()) {
        node.lost = OptionalLong.of(world.now());
      }
      return;
    }
    node.lost = OptionalLong.empty();
    node.session = live;
    node.heard = world.now();
    node.asking = false;
    if (node.phase instanceof Phase.Busy && !live.get().hello().running().equals(node.request)) {
      node.phase = new Phase.Idle();
    }
  }

  private void said(NodeRun node, AgentMessage.OfRequest message) {
    node.heard = world.now();
    boolean current =
        node.phase instanceof Phase.Busy busy && busy.request().equals(message.request());
    String hash = node.phase instanceof Phase.Busy busy ? busy.hash() : "";
    switch (message) {
      case AgentMessage.Planned planned -> {
        if (current) {
          planned(node, planned, hash);
        }
      }
      case AgentMessage.Progress _ -> observer.happened(new RunEvent.Said(node.name, message));
      case AgentMessage.StepDone done -> {
        node.told(done.step());
        observer.happened(new RunEvent.Said(node.name, done));
      }
      case AgentMessage.Applied applied -> {
        node.report(applied);
        if (current) {
          node.untold(applied)
              .forEach(step ->
                  observer.happened(
                      new RunEvent.Said(
                          node.name, new AgentMessage.StepDone(applied.request(), step))));
        }
        observer.happened(new RunEvent.Said(node.name, applied));
        if (current) {
          node.phase = new Phase.Reported(hash, applied.steps());
        }
      }
      case AgentMessage.Rejected rejected -> {
        if (current) {
          node.phase = new Phase.Broken(rejected.message(), rejected.remedy());
        }
        node.asking = false;
      }
      case AgentMessage.Exports _ -> node.asking = false;
      case AgentMessage.Guarding guarding -> node.guarded = guarding.within();
      case AgentMessage.Facts _, AgentMessage.Probed _ -> {
        // Nothing of a run asks for these.
      }
    }
  }

  private void planned(NodeRun node, AgentMessage.Planned planned, String hash) {
    node.planned = Optional.of(planned);
    if (verb != Verb.APPLY) {
      node.phase = new Phase.Reported(hash, List.of());
      return;
    }
    node.phase = new Phase.Busy(planned.request(), hash, true);
    observer.happened(new RunEvent.Said(node.name, planned));
    if (!planned.plan().steps().isEmpty()) {
      observer.happened(new RunEvent.State(node.name, NodeState.APPLYING, ""));
    }
  }

  private NodeRun node(String name) {
    return Objects.requireNonNull(nodes.get(name), name);
  }
}
