package dev.plumbline.agent.host.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.engine.Engine;
import dev.plumbline.resources.host.engine.EngineNetwork;
import dev.plumbline.resources.host.engine.SwarmDetails;
import dev.plumbline.resources.host.engine.SwarmEntrance;
import dev.plumbline.resources.host.engine.SwarmInvitation;
import dev.plumbline.resources.host.engine.SwarmNode;
import dev.plumbline.resources.host.engine.SwarmNodeUpdate;
import dev.plumbline.resources.host.engine.SwarmStanding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The Docker engine of this machine. */
public final class DockerEngine implements Engine {
  /** Where an engine listens unless it is told otherwise. */
  public static final Path SOCKET = Path.of("/run/docker.sock");

  private static final Duration RELOAD = Duration.ofSeconds(10);
  private static final Duration ROLE = Duration.ofMinutes(2);

  private final EngineSocket socket;
  private final InstantSource clock;
  private final SwarmApi swarm;
  private final NodesApi nodes;
  private final NetworksApi networks;

  /**
   * @param clock the engine's own: that of this machine
   */
  public DockerEngine(Path socket, InstantSource clock) {
    this.socket = new EngineSocket(socket);
    this.clock = clock;
    this.swarm = new SwarmApi(this.socket);
    this.nodes = new NodesApi(this.socket);
    this.networks = new NetworksApi(this.socket);
  }

  @Override
  public boolean answers() throws Failure {
    return socket.answers();
  }

  @Override
  public void awaitReady(Duration limit) throws Failure {
    boolean ready =
        Waiting.within(
            limit, () -> answers() && !(swarm.standing() instanceof SwarmStanding.Troubled));
    if (!ready && !answers()) {
      throw new Failure(
          "the Docker engine does not answer " + limit.toSeconds() + " s after its start",
          "look at it with 'journalctl -e -u docker' on the node");
    }
  }

  /** The engine tells of every reload that worked, and of no other. */
  @Override
  public boolean reloads(Reload reload) throws Failure {
    Instant before = clock.instant();
    reload.run();
    Instant until = clock.instant().plus(RELOAD);
    String filters = "{\"event\":[\"reload\"],\"type\":[\"daemon\"]}";
    return socket
        .firstLine(
            "/events?since="
                + time(before)
                + "&until="
                + time(until)
                + "&filters="
                + URLEncoder.encode(filters, StandardCharsets.UTF_8),
            RELOAD.multipliedBy(2))
        .isPresent();
  }

  private static String time(Instant instant) {
    return "%d.%09d".formatted(instant.getEpochSecond(), instant.getNano());
  }

  @Override
  public SwarmStanding swarm() throws Failure {
    return swarm.standing();
  }

  @Override
  public SwarmDetails swarmDetails() throws Failure {
    return swarm.details();
  }

  @Override
  public void initSwarm(SwarmEntrance entrance) throws Failure {
    swarm.init(entrance);
  }

  @Override
  public void joinSwarm(SwarmEntrance entrance, SwarmInvitation invitation) throws Failure {
    swarm.join(entrance, invitation);
  }

  @Override
  public void stepDown() throws Failure {
    nodes.update(
        swarm.details().nodeId(),
        new SwarmNodeUpdate(Optional.of(SwarmNode.Role.WORKER), Optional.empty(), Map.of()));
    if (!Waiting.within(ROLE, () -> swarm.standing() instanceof SwarmStanding.Working)) {
      throw new Failure(
          "the Docker engine still manages the swarm after " + ROLE.toSeconds() + " s",
          "look at it with 'docker node ls' on another manager");
    }
  }

  @Override
  public void leaveSwarm(boolean force) throws Failure {
    swarm.leave(force);
  }

  @Override
  public List<SwarmNode> nodes() throws Failure {
    return nodes.all();
  }

  @Override
  public void updateNode(String id, SwarmNodeUpdate update) throws Failure {
    nodes.update(id, update);
  }

  @Override
  public void removeNode(String id) throws Failure {
    nodes.remove(id);
  }

  @Override
  public boolean awaitNodes(Predicate<List<SwarmNode>> expected, Duration limit) throws Failure {
    return Waiting.within(limit, () -> expected.test(nodes()));
  }

  @Override
  public Optional<EngineNetwork> network(String name) throws Failure {
    return networks.find(name);
  }

  @Override
  public void createNetwork(EngineNetwork network) throws Failure {
    networks.create(network);
  }

  @Override
  public Optional<String> removeNetwork(String id) throws Failure {
    return networks.remove(id);
  }
}
