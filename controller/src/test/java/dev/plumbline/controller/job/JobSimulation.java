package dev.plumbline.controller.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * One job on a cluster where everything takes its time, in an order that a seed gives: orders and
 * reports are late and doubled, sessions break, the controller and agents are killed, and where the
 * scenario wants it, nodes die and people cancel.
 */
final class JobSimulation {
  /** One that is killed for ever never waits long enough to give a node up. */
  private static final int MOST_CRASHES = 5;

  private static final int ENOUGH = 20_000;
  private static final long AGAIN = Duration.ofSeconds(3).toNanos();

  private final Random random;
  private final Story story;
  private final Map<String, SimulatedAgent> agents = new LinkedHashMap<>();
  private Map<String, Memory> memory = new HashMap<>();
  private JobRecord job;
  private long ticks = 1_000_000_000_000L;
  private long phaseSince = ticks;
  private boolean cancelled;
  private int crashes;

  /**
   * What happens.
   *
   * @param code with which the program ends
   * @param makesOutput whether the required output is there in the end
   * @param deaths whether nodes may die
   * @param cancels whether somebody may cancel the job
   */
  record Story(
      JobSpec spec, int nodes, int code, boolean makesOutput, boolean deaths, boolean cancels) {}

  /** What the controller's process knows of a node in its memory. */
  private static final class Memory {
    boolean live;
    long since;
    Optional<JobReport> report = Optional.empty();
    long heard;
    Optional<Inspection> listening = Optional.empty();
    Optional<Inspection> reaching = Optional.empty();
    Drift drift = new Drift.Unasked();
    final Map<JobOrder, Long> told = new HashMap<>();
  }

  JobSimulation(Story story, long seed) {
    this.random = new Random(seed);
    this.story = story;
    for (int i = 0; i < story.nodes(); i++) {
      agents.put("n" + i, new SimulatedAgent("n" + i, story.makesOutput()));
    }
    this.job = JobRecord.asked(7, Specs.asked(story.spec()), Instant.EPOCH);
  }

  JobRecord job() {
    return job;
  }

  List<SimulatedAgent> agents() {
    return List.copyOf(agents.values());
  }

  /** Runs to the end of the job, then until every node that lives has forgotten it. */
  JobSimulation run() {
    for (int turn = 0; turn < ENOUGH; turn++) {
      if (job.phase().isEnd() && agents.values().stream().allMatch(this::isDone)) {
        return this;
      }
      happen();
      decide();
    }
    throw new AssertionError("does not come to an end: " + job);
  }

  private boolean isDone(SimulatedAgent agent) {
    return agent.dead || agent.phase == JobReport.Phase.UNKNOWN;
  }

  private void happen() {
    ticks += Duration.ofMillis(random.nextInt(200)).toNanos();
    SimulatedAgent agent = List.copyOf(agents.values()).get(random.nextInt(agents.size()));
    switch (random.nextInt(40)) {
      case 0 -> agent.cut();
      case 1 -> agent.restart();
      case 2 -> {
        if (crashes++ >= MOST_CRASHES) {
          return;
        }
        // The controller is killed, and with it every connection.
        memory = new HashMap<>();
        agents.values().forEach(SimulatedAgent::cut);
      }
      case 3 -> doubled(agent);
      case 4 -> {
        if (job.phase() == JobPhase.RUNNING) {
          agent.programEnds(story.code());
        }
      }
      case 5 -> {
        if (story.deaths() && random.nextInt(4) == 0) {
          agent.die();
        }
      }
      case 6 -> {
        if (story.cancels() && !cancelled && mayCancel()) {
          cancelled = true;
          job = Driver.cancel(job, "somebody", Instant.EPOCH);
          phaseSince = ticks;
        }
      }
      case 7, 8, 9, 10, 11, 12 -> {
        if (!agent.connected) {
          agent.comeBack();
        }
      }
      default -> {
        if (random.nextBoolean()) {
          agent.act();
        } else {
          hear(agent);
        }
      }
    }
  }

  private boolean mayCancel() {
    return !job.phase().isEnd() && job.phase() != JobPhase.COLLECTING;
  }

  private static void doubled(SimulatedAgent agent) {
    Optional.ofNullable(agent.incoming.peekFirst()).ifPresent(agent.incoming::addLast);
  }

  private void hear(SimulatedAgent agent) {
    Memory known = memory(agent.node);
    JobReport report = agent.outgoing.poll();
    if (report == null || !known.live) {
      return;
    }
    known.report = Optional.of(report);
    known.heard = ticks;
    report
        .inspection()
        .filter(seen -> seen.token().equals(nonce()))
        .ifPresent(seen -> {
          known.listening = Optional.of(seen);
          if (!seen.reached().isEmpty()) {
            known.reaching = Optional.of(seen);
          }
        });
    if (job.phase().isEnd() || !job.isOn(agent.node)) {
      Driver.settle(report).forEach(agent::tell);
    }
  }

  private String nonce() {
    return "nonce " + job.attempt();
  }

  private Memory memory(String node) {
    SimulatedAgent agent = Objects.requireNonNull(agents.get(node));
    Memory known =
        memory.computeIfAbsent(
            node,
            _ -> {
              Memory fresh = new Memory();
              fresh.since = ticks;
              return fresh;
            });
    if (known.live != agent.connected) {
      known.live = agent.connected;
      known.since = ticks;
      known.report = Optional.empty();
      known.told.clear();
      known.listening = Optional.empty();
      known.reaching = Optional.empty();
      known.drift = new Drift.Unasked();
    }
    return known;
  }

  private List<Standing> standings() {
    return agents.values().stream()
        .map(agent ->
            new Standing(
                agent.node,
                "10.0.0." + agent.node.substring(1),
                1,
                agent.connected,
                !agent.connected && !agent.dead,
                "away",
                Optional.empty(),
                false,
                Optional.empty()))
        .toList();
  }

  private void decide() {
    boolean moved = true;
    while (moved) {
      moved = queue();
      Decision decision = Driver.decide(view());
      JobPhase before = job.phase();
      moved |= !decision.job().equals(job);
      int attempt = job.attempt();
      job = decision.job();
      if (job.phase() != before) {
        phaseSince = ticks;
        memory.values().forEach(known -> known.told.clear());
      }
      if (job.attempt() != attempt) {
        memory
            .values()
            .forEach(known -> {
              known.listening = Optional.empty();
              known.reaching = Optional.empty();
            });
      }
      decision.steps().forEach(this::carryOut);
    }
  }

  private boolean queue() {
    List<String> uncleaned =
        job.places().stream()
            .map(Place::node)
            .filter(node -> memory(node).live)
            .filter(node ->
                memory(node)
                    .report
                    .filter(said -> said.phase() == JobReport.Phase.UNKNOWN)
                    .isEmpty())
            .toList();
    JobRecord before = job;
    JobQueue.decide(List.of(job), standings(), Map.of(job.id(), uncleaned))
        .values()
        .forEach(turn -> job = JobQueue.after(job, turn, Instant.EPOCH));
    return !job.equals(before);
  }

  private JobView view() {
    Map<String, NodeSight> nodes = new HashMap<>();
    for (Place place : job.places()) {
      Memory known = memory(place.node());
      nodes.put(
          place.node(),
          new NodeSight(
              known.live,
              known.since,
              known.report,
              known.heard,
              known.heard,
              OptionalLong.empty(),
              OptionalLong.empty(),
              known.listening,
              known.reaching,
              known.drift,
              0));
    }
    return new JobView(
        job,
        Instant.EPOCH,
        ticks,
        phaseSince,
        nodes,
        standings(),
        nonce(),
        true,
        1,
        Deadlines.USUAL);
  }

  private void carryOut(Step step) {
    Memory known = memory(step.node());
    switch (step) {
      case Step.Observe _ -> known.drift = new Drift.Seen(List.of());
      case Step.Tell tell -> {
        Long before = known.told.get(tell.order());
        if (before == null || ticks - before >= AGAIN) {
          known.told.put(tell.order(), ticks);
          new ArrayList<>(List.of(tell.order()))
              .forEach(Objects.requireNonNull(agents.get(step.node()))::tell);
        }
      }
    }
  }
}
