package dev.plumbline.agent.host.engine;

import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.engine.EngineNetwork;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the API that is about networks. */
final class NetworksApi {
  private static final int CONFLICT = 409;
  private static final Duration SETTLE = Duration.ofSeconds(30);
  private static final Pattern USED = Pattern.compile("in use by task (\\w+)");

  private final EngineSocket engine;

  NetworksApi(EngineSocket engine) {
    this.engine = engine;
  }

  Optional<EngineNetwork> find(String name) throws Failure {
    String filter =
        URLEncoder.encode(
            new Tree.Writer().texts("name", List.of(name)).json(), StandardCharsets.UTF_8);
    List<EngineNetwork> named =
        engine.get("/networks?filters=" + filter).orFail("list networks").answer().items().stream()
            .map(NetworksApi::network)
            .filter(network -> network.name().equals(name))
            .toList();
    return named.stream()
        .filter(EngineNetwork::swarm)
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  private static EngineNetwork network(Answer network) {
    List<Answer> subnets = network.find("IPAM").map(ipam -> ipam.items("Config")).orElse(List.of());
    return new EngineNetwork(
        network.text("Id"),
        network.text("Name"),
        network.text("Driver"),
        network.text("Scope").equals("swarm"),
        network.flag("Attachable"),
        network.flag("Internal"),
        subnets.stream().map(subnet -> subnet.text("Subnet")).findFirst(),
        subnets.stream().map(subnet -> subnet.text("Gateway")).findFirst(),
        network.texts("Options"));
  }

  void create(EngineNetwork network) throws Failure {
    Tree.Writer options = new Tree.Writer();
    network.options().forEach(options::text);
    Tree.Writer body =
        new Tree.Writer()
            .text("Name", network.name())
            .text("Driver", network.driver())
            .flag("CheckDuplicate", true)
            .flag("Attachable", network.attachable())
            .flag("Internal", network.internal())
            .flag("EnableIPv6", network.subnet().filter(subnet -> subnet.contains(":")).isPresent())
            .object("Options", options);
    if (network.subnet().isPresent()) {
      Tree.Writer ipam =
          new Tree.Writer()
              .objects(
                  "Config",
                  List.of(network),
                  wanted ->
                      new Tree.Writer()
                          .find("Subnet", wanted.subnet())
                          .find("Gateway", wanted.gateway()));
      body.object("IPAM", ipam);
    }
    EngineReply reply = engine.post("/networks/create", body.json());
    if (reply.status() != CONFLICT) {
      reply.orFail("make the network " + network.name(), remedy(reply.message()));
    }
    if (!Waiting.within(SETTLE, () -> isSetUp(network.name()))) {
      throw new Failure(
          "the swarm has not set up the network "
              + network.name()
              + " after "
              + SETTLE.toSeconds()
              + " s",
          "look at it with 'journalctl -e -u docker' on the node, then apply again");
    }
  }

  /** A swarm lists a network before it has given it its driver and its addresses. */
  private boolean isSetUp(String name) throws Failure {
    return find(name).filter(network -> !network.driver().isEmpty()).isPresent();
  }

  private static String remedy(String message) {
    return message.contains("overlap") || message.contains("pool")
        ? "give it a subnet that no other network has (docker network inspect)"
        : "look at it with 'journalctl -e -u docker' on the node";
  }

  Optional<String> remove(String id) throws Failure {
    EngineReply reply = engine.delete("/networks/" + id);
    if (reply.succeeded() || reply.notFound()) {
      return Optional.empty();
    }
    Matcher used = USED.matcher(reply.message());
    if (used.find()) {
      return Optional.of(user(used.group(1)));
    }
    if (reply.message().contains("in use by service")
        || reply.message().contains("has active endpoints")) {
      return Optional.of(reply.message().replaceFirst(".*in use by ", ""));
    }
    reply.orFail("remove the network " + id);
    return Optional.empty();
  }

  /** What a person calls a task that uses a network: a container on a node. */
  private String user(String task) throws Failure {
    EngineReply reply = engine.get("/tasks/" + task);
    if (!reply.succeeded()) {
      return "the task " + task;
    }
    Answer found = reply.answer();
    String container = found.text("Spec", "NetworkAttachmentSpec", "ContainerID");
    if (container.isEmpty()) {
      container = found.text("Status", "ContainerStatus", "ContainerID");
    }
    EngineReply node = engine.get("/nodes/" + found.text("NodeID"));
    String host =
        node.succeeded() ? node.answer().text("Description", "Hostname") : found.text("NodeID");
    String service = found.text("ServiceID");
    return "the container "
        + container.substring(0, Math.min(12, container.length()))
        + " on "
        + host
        + (service.isEmpty() ? "" : " (service " + service + ")");
  }
}
