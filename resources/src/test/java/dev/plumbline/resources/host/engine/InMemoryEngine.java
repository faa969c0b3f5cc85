package dev.plumbline.resources.host.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.InMemoryPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** An engine that says what it was told to say, and notes what it is told to do. */
public final class InMemoryEngine implements Engine, InMemoryPort {
  private final List<String> changes = new ArrayList<>();
  private final Map<String, EngineNetwork> networks = new LinkedHashMap<>();
  private final List<SwarmNode> nodes = new ArrayList<>();
  private boolean answers = true;
  private boolean reloads = true;
  private SwarmStanding standing = new SwarmStanding.Outside();
  private SwarmDetails details =
      new SwarmDetails(SwarmDetails.State.INACTIVE, "", "", "", List.of());
  private Optional<String> user = Optional.empty();

  public InMemoryEngine silent() {
    answers = false;
    return this;
  }

  /** Makes every reload one that the engine refuses. */
  public InMemoryEngine refusesToReload() {
    reloads = false;
    return this;
  }

  public InMemoryEngine standing(SwarmStanding now) {
    standing = now;
    return this;
  }

  public InMemoryEngine details(SwarmDetails now) {
    details = now;
    return this;
  }

  public InMemoryEngine node(SwarmNode node) {
    nodes.add(node);
    return this;
  }

  public InMemoryEngine network(EngineNetwork network) {
    networks.put(network.name(), network);
    return this;
  }

  /** Makes every network one that something uses. */
  public InMemoryEngine usedBy(String what) {
    user = Optional.of(what);
    return this;
  }

  @Override
  public boolean answers() {
    return answers;
  }

  @Override
  public void awaitReady(Duration limit) throws Failure {
    if (!answers) {
      throw new Failure("the engine does not answer", "look at it");
    }
  }

  @Override
  public boolean reloads(Reload reload) throws Failure {
    reload.run();
    return reloads;
  }

  @Override
  public SwarmStanding swarm() {
    return standing;
  }

  @Override
  public SwarmDetails swarmDetails() {
    return details;
  }

  @Override
  public void initSwarm(SwarmEntrance entrance) {
    changes.add("init " + entrance.advertise().orElse("?"));
  }

  @Override
  public void joinSwarm(SwarmEntrance entrance, SwarmInvitation invitation) {
    changes.add(
        "join " + invitation.managers() + " with " + invitation.token().value().orElse("nothing"));
  }

  @Override
  public void stepDown() {
    changes.add("step down");
  }

  @Override
  public void leaveSwarm(boolean force) {
    changes.add("leave" + (force ? " by force" : ""));
  }

  @Override
  public List<SwarmNode> nodes() {
    return List.copyOf(nodes);
  }

  @Override
  public void updateNode(String id, SwarmNodeUpdate update) {
    changes.add("update " + id + " " + update);
  }

  @Override
  public void removeNode(String id) {
    changes.add("remove " + id);
  }

  @Override
  public boolean awaitNodes(Predicate<List<SwarmNode>> expected, Duration limit) {
    return expected.test(nodes());
  }

  @Override
  public Optional<EngineNetwork> network(String name) {
    return Optional.ofNullable(networks.get(name));
  }

  @Override
  public void createNetwork(EngineNetwork network) {
    changes.add("create " + network.name());
    networks.put(network.name(), network);
  }

  @Override
  public Optional<String> removeNetwork(String id) {
    if (user.isEmpty()) {
      changes.add("remove " + id);
      networks.values().removeIf(network -> network.id().equals(id));
    }
    return user;
  }

  @Override
  public List<String> changes() {
    return List.copyOf(changes);
  }
}
