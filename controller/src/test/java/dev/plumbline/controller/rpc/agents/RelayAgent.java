package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.Rig;
import dev.plumbline.controller.kinds.Kinds;
import dev.plumbline.controller.kinds.RelaySpec;
import dev.plumbline.controller.rpc.wire.Catalogs;
import dev.plumbline.proto.v1.Applied;
import dev.plumbline.proto.v1.ApplyRequest;
import dev.plumbline.proto.v1.Catalog;
import dev.plumbline.proto.v1.Change;
import dev.plumbline.proto.v1.Export;
import dev.plumbline.proto.v1.ExportsReply;
import dev.plumbline.proto.v1.Facts;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.Hello;
import dev.plumbline.proto.v1.Outcome;
import dev.plumbline.proto.v1.Plan;
import dev.plumbline.proto.v1.PlanStep;
import dev.plumbline.proto.v1.Planned;
import dev.plumbline.proto.v1.StepDone;
import dev.plumbline.resources.catalog.CatalogCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/**
 * An agent that keeps relays. A relay that has all values publishes one of its own, which is a
 * secret; a broken one fails. A test can hold the agent before it applies.
 */
public final class RelayAgent implements AutoCloseable {
  private static final int NEVER_HELD = 1_000_000;

  private final String node;
  private final ScriptedAgent agent;
  private final Map<String, RelaySpec> state = new ConcurrentHashMap<>();
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final List<Catalog> applied = new CopyOnWriteArrayList<>();
  private final Semaphore applies = new Semaphore(NEVER_HELD);
  private volatile Optional<Catalog> last = Optional.empty();

  private RelayAgent(String node, ScriptedAgent agent) {
    this.node = node;
    this.agent = agent;
  }

  /** Connects, and serves from then on. */
  public static RelayAgent connect(Rig.Enrolled enrolled, Hello hello) {
    return new RelayAgent(hello.getNode(), enrolled.dial().hello(hello)).begin();
  }

  private RelayAgent begin() {
    if (!agent.next().hasWelcome()) {
      throw new AssertionError("the first message must be Welcome");
    }
    Thread.ofVirtual().start(this::serve);
    return this;
  }

  /** Its connection breaks, and it comes back with the relays that it keeps. */
  public RelayAgent reconnect(Rig.Enrolled enrolled, Hello hello) {
    close();
    RelayAgent back =
        new RelayAgent(
            node,
            enrolled
                .dial()
                .hello(
                    hello.toBuilder()
                        .setCatalogHash(last.map(Catalog::getHash).orElse(""))
                        .build()));
    back.state.putAll(state);
    back.last = last;
    return back.begin();
  }

  /** All catalogs that it applied, in order. */
  public List<Catalog> applied() {
    return applied;
  }

  /** Somebody takes its relays away. */
  public void forget() {
    state.clear();
  }

  /** Its relay fails from now on. */
  public RelayAgent breakDown() {
    broken.add("relay-" + node);
    return this;
  }

  /** Stops before the next apply. */
  public RelayAgent hold() {
    applies.drainPermits();
    return this;
  }

  public void letGo() {
    applies.release(NEVER_HELD);
  }

  private void serve() {
    while (!agent.isEnded()) {
      agent
          .poll()
          .ifPresent(message -> {
            switch (message.getMessageCase()) {
              case PLAN -> say(planned(message.getPlan().getRequest(), catalog(message.getPlan())));
              case APPLY -> apply(message.getApply());
              case EXPORTS ->
                  agent.say(
                      FromAgent.newBuilder()
                          .setExports(
                              ExportsReply.newBuilder()
                                  .setRequest(message.getExports().getRequest())
                                  .addAllExports(exports()))
                          .build());
              case FACTS ->
                  agent.say(
                      FromAgent.newBuilder()
                          .setFacts(
                              Facts.newBuilder()
                                  .setRequest(message.getFacts().getRequest())
                                  .putValues("node.name", node))
                          .build());
              case ACKNOWLEDGE, WELCOME, PROBE, CONFIRM, DOUBT, JOB, PAGE, MESSAGE_NOT_SET -> {
                // Nothing to do.
              }
            }
          });
    }
  }

  private Catalog catalog(dev.plumbline.proto.v1.PlanRequest request) {
    return request.hasCatalog() ? request.getCatalog() : last.orElseThrow();
  }

  private void say(Planned planned) {
    agent.say(FromAgent.newBuilder().setPlanned(planned).build());
  }

  private Planned planned(String request, Catalog catalog) {
    Plan.Builder plan = Plan.newBuilder().setNode(node).setCatalogHash(catalog.getHash());
    for (RelaySpec relay : relays(catalog)) {
      PlanStep.Builder step =
          PlanStep.newBuilder().setResource(Kinds.RELAY.id(relay.name()).toString());
      if (!relay.needs().isEmpty()) {
        plan.addSteps(step.setWait(PlanStep.Wait.getDefaultInstance()));
      } else if (!relay.equals(state.get(relay.name()))) {
        plan.addSteps(step.setApply(PlanStep.Apply.newBuilder().addChanges(change())));
      } else {
        plan.setUnchanged(plan.getUnchanged() + 1);
      }
    }
    return Planned.newBuilder().setRequest(request).setPlan(plan).addAllExports(exports()).build();
  }

  private static Change change() {
    return Change.newBuilder().setAttribute("values").setForm(Change.Form.HIDDEN).build();
  }

  private void apply(ApplyRequest request) {
    say(planned(request.getRequest(), request.getCatalog()));
    applies.acquireUninterruptibly();
    applied.add(request.getCatalog());
    last = Optional.of(request.getCatalog());
    List<StepDone> steps = new ArrayList<>();
    int unchanged = 0;
    for (RelaySpec relay : relays(request.getCatalog())) {
      Outcome.Builder outcome = Outcome.newBuilder();
      if (!relay.needs().isEmpty()) {
        outcome.setWaiting(
            Outcome.Waiting.newBuilder().setOn(relay.needs().iterator().next().toString()));
      } else if (broken.contains(relay.name())) {
        outcome.setFailed(
            Outcome.Failed.newBuilder().setMessage("no power").setRemedy("plug it in"));
      } else if (relay.equals(state.put(relay.name(), relay))) {
        unchanged++;
        continue;
      } else {
        outcome.setChanged(Outcome.Changed.newBuilder().addChanges(change()));
      }
      StepDone done =
          StepDone.newBuilder()
              .setRequest(request.getRequest())
              .setResource(Kinds.RELAY.id(relay.name()).toString())
              .setOutcome(outcome)
              .build();
      steps.add(done);
      agent.say(FromAgent.newBuilder().setStepDone(done).build());
    }
    agent.say(
        FromAgent.newBuilder()
            .setApplied(
                Applied.newBuilder()
                    .setRequest(request.getRequest())
                    .setCatalogHash(request.getCatalog().getHash())
                    .setRevision(request.getCatalog().getRevision())
                    .addAllSteps(steps)
                    .addAllExports(exports())
                    .setUnchanged(unchanged)
                    .setDurationMs(1))
            .build());
  }

  private List<Export> exports() {
    return state.keySet().stream()
        .map(name ->
            Export.newBuilder()
                .setResource(Kinds.RELAY.id(name).toString())
                .setAttribute(RelaySpec.VALUE)
                .setValue("s3cret of " + name)
                .setSecret(true)
                .build())
        .toList();
  }

  private static List<RelaySpec> relays(Catalog catalog) {
    return CatalogCodec.decode(Catalogs.read(catalog), Kinds.REGISTRY).entries().stream()
        .filter(entry -> entry.spec() instanceof RelaySpec)
        .map(entry -> (RelaySpec) entry.spec())
        .toList();
  }

  @Override
  public void close() {
    agent.close();
  }
}
