package dev.plumbline.agent.host.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.codec.Json;
import dev.plumbline.resources.host.engine.SwarmNode;
import dev.plumbline.resources.host.engine.SwarmNodeUpdate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The part of the API in which a manager speaks of the nodes of its swarm. */
final class NodesApi {
  private static final int ATTEMPTS = 5;

  private final EngineSocket engine;

  NodesApi(EngineSocket engine) {
    this.engine = engine;
  }

  List<SwarmNode> all() throws Failure {
    return engine.get("/nodes").orFail("list the nodes of the swarm").answer().items().stream()
        .map(NodesApi::node)
        .toList();
  }

  private static SwarmNode node(Answer node) {
    Answer spec = node.find("Spec").orElse(node);
    return new SwarmNode(
        node.text("ID"),
        node.text("Description", "Hostname"),
        node.text("Status", "Addr"),
        spec.text("Role").equals("manager") ? SwarmNode.Role.MANAGER : SwarmNode.Role.WORKER,
        switch (spec.text("Availability")) {
          case "pause" -> SwarmNode.Availability.PAUSE;
          case "drain" -> SwarmNode.Availability.DRAIN;
          default -> SwarmNode.Availability.ACTIVE;
        },
        node.text("Status", "State").equals("down"),
        spec.texts("Labels"),
        Optional.of(node.text("ManagerStatus", "Addr")).filter(address -> !address.isEmpty()));
  }

  /** The engine wants the whole spec, and the version of the node that it was made from. */
  void update(String id, SwarmNodeUpdate update) throws Failure {
    for (int attempt = 1; ; attempt++) {
      Answer node = engine.get("/nodes/" + id).orFail("find the node " + id).answer();
      String version = node.text("Version", "Index");
      String spec = changed(node.find("Spec").orElse(node).json(), update).canonical();
      EngineReply reply = engine.post("/nodes/" + id + "/update?version=" + version, spec);
      boolean overtaken = reply.message().contains("out of sequence");
      if (reply.succeeded() || !overtaken || attempt == ATTEMPTS) {
        reply.orFail("change the node " + id + " of the swarm");
        return;
      }
    }
  }

  private static Json changed(Json spec, SwarmNodeUpdate update) {
    Map<String, Json> members = new LinkedHashMap<>(members(spec));
    update.role().ifPresent(role -> members.put("Role", word(role)));
    update
        .availability()
        .ifPresent(availability -> members.put("Availability", word(availability)));
    Map<String, Json> labels = new LinkedHashMap<>(members(members.get("Labels")));
    update.labels().forEach((key, value) -> labels.put(key, new Json.Text(value)));
    members.put("Labels", new Json.Members(labels));
    return new Json.Members(members);
  }

  private static Map<String, Json> members(@org.jspecify.annotations.Nullable Json value) {
    return value instanceof Json.Members object ? object.members() : Map.of();
  }

  private static Json word(Enum<?> word) {
    return new Json.Text(word.name().toLowerCase(Locale.ROOT));
  }

  void remove(String id) throws Failure {
    EngineReply reply = engine.delete("/nodes/" + id + "?force=true");
    if (!reply.notFound()) {
      reply.orFail("take the node " + id + " out of the list of the swarm");
    }
  }
}
