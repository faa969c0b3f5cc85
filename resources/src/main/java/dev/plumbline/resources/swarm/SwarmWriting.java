package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.engine.Engine;
import dev.plumbline.resources.host.engine.SwarmEntrance;
import dev.plumbline.resources.host.engine.SwarmInvitation;
import dev.plumbline.resources.host.engine.SwarmNode;
import dev.plumbline.resources.host.reachability.Reachability;
import dev.plumbline.resources.swarm.SwarmObservation.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a node its place in the swarm, and the swarm its right idea of its nodes. */
final class SwarmWriting {
  private static final int GOSSIP = 7946;
  private static final Duration ROLE = Duration.ofMinutes(2);
  private static final Duration RETURN = Duration.ofSeconds(30);
  private static final String OPEN =
      "open TCP 2377, TCP and UDP 7946 and UDP 4789 between the nodes, and see that the manager's"
          + " Docker engine runs";

  private final Engine engine;
  private final Reachability reachability;
  private final SwarmReading reading;

  SwarmWriting(Engine engine, Reachability reachability, SwarmReading reading) {
    this.reading = reading;
    this.engine = engine;
    this.reachability = reachability;
  }

  void apply(SwarmSpec spec, SwarmObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    SwarmObservation now = observed;
    if (SwarmDiff.moves(changes)) {
      move(spec, observed, progress);
      now = spec.known().isKeeper() ? reading.observe(spec) : observed;
    }
    for (Upkeep.Deed deed : Upkeep.of(spec, now)) {
      carryOut(deed, progress);
    }
  }

  private void move(SwarmSpec spec, SwarmObservation observed, Progress progress) throws Failure {
    Optional<SwarmInvitation> invitation = Optional.empty();
    if (spec.role() != Role.NONE) {
      invitation = Membership.invitation(spec);
      if (invitation.isPresent()) {
        invitation = Optional.of(reachable(invitation.get(), progress));
      } else if (!Membership.makesIt(spec)) {
        throw new Failure(
            "what it takes to join the swarm is not known", "run 'plumb apply' again");
      }
    }
    if (observed.isMember() || observed.state() == State.BROKEN) {
      leave(observed, progress);
    }
    SwarmEntrance entrance = new SwarmEntrance(spec.advertise(), spec.listen());
    if (invitation.isPresent()) {
      progress.now("joining the swarm at " + String.join(", ", invitation.get().managers()));
      engine.joinSwarm(entrance, invitation.get());
    } else if (spec.role() != Role.NONE) {
      progress.now("making the swarm");
      engine.initSwarm(entrance);
    }
  }

  private void leave(SwarmObservation observed, Progress progress) throws Failure {
    boolean others =
        observed.nodes().stream()
            .anyMatch(node ->
                node.managerAddress().isPresent()
                    && !node.down()
                    && !node.id().equals(observed.nodeId()));
    if (observed.manages() && others) {
      progress.now("handing the management of the swarm to the other managers");
      engine.stepDown();
    }
    progress.now("leaving the swarm " + observed.cluster().orElse(""));
    engine.leaveSwarm(true);
  }

  /** Before the node leaves anything: the managers that it can reach. */
  private SwarmInvitation reachable(SwarmInvitation invitation, Progress progress) throws Failure {
    List<String> open = new ArrayList<>();
    List<String> obstacles = new ArrayList<>();
    for (String manager : invitation.managers()) {
      progress.now("trying " + manager);
      String host = Addresses.host(manager);
      int port = Integer.parseInt(manager.substring(manager.lastIndexOf(':') + 1));
      Optional<String> obstacle = reachability.obstacle(host, port);
      if (obstacle.isPresent()) {
        obstacles.add(manager + ": " + obstacle.get());
        continue;
      }
      Optional<String> gossip = reachability.obstacle(host, GOSSIP);
      if (gossip.isPresent()) {
        obstacles.add(
            manager
                + " answers, but TCP port "
                + GOSSIP
                + ", through which containers find each other, does not: "
                + gossip.get());
        continue;
      }
      open.add(manager);
    }
    if (open.isEmpty()) {
      throw new Failure(
          "this node cannot reach a manager of the swarm: " + String.join("; ", obstacles), OPEN);
    }
    return new SwarmInvitation(open, invitation.token());
  }

  private void update(Upkeep.Deed.Update update, Progress progress) throws Failure {
    engine.updateNode(update.id(), update.update());
    if (update.update().role().isEmpty()) {
      return;
    }
    SwarmNode.Role role = update.update().role().get();
    boolean manages = role == SwarmNode.Role.MANAGER;
    progress.now("waiting for " + update.id() + " to become a " + Upkeep.word(role));
    boolean done =
        engine.awaitNodes(
            nodes ->
                nodes.stream()
                    .filter(node -> node.id().equals(update.id()))
                    .allMatch(node -> node.managerAddress().isPresent() == manages),
            ROLE);
    if (!done) {
      throw new Failure(
          "the swarm made the node "
              + update.id()
              + " a "
              + Upkeep.word(role)
              + ", and it has not become one",
          OPEN);
    }
  }

  private void carryOut(Upkeep.Deed deed, Progress progress) throws Failure {
    switch (deed) {
      case Upkeep.Deed.Update update -> update(update, progress);
      case Upkeep.Deed.Forget forget -> engine.removeNode(forget.id());
      case Upkeep.Deed.Await await -> {
        progress.now("waiting for " + await.member().hostname() + " to join again");
        if (!engine.awaitNodes(
            nodes -> Upkeep.standIn(await.member(), await.known(), nodes).isPresent(), RETURN)) {
          throw new Failure(
              await.member().hostname() + " was removed from the swarm, and has not joined again",
              "apply that node too: it leaves the swarm that forgot it, and joins again");
        }
      }
    }
  }
}
