package dev.plumbline.controller.reconcile;

import dev.plumbline.controller.kinds.Kinds;
import dev.plumbline.controller.kinds.RelaySpec;
import dev.plumbline.controller.model.Revision;
import dev.plumbline.controller.model.StepResult;
import dev.plumbline.controller.model.Verb;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A cluster in which everything happens one thing after another, in an order that a seed gives. An
 * agent that is told to apply does what it can: a relay with all values publishes its own, which
 * depends on them; a broken one fails.
 */
final class Simulation implements World {
  private static final int ENOUGH = 100_000;

  private final Scenario scenario;
  private final Random random;
  private final Linker linker = new Linker(Kinds.REGISTRY);
  private final Reconciler reconciler = new Reconciler(linker);
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<ExportKey, Export> exports = new HashMap<>();
  private final Map<ExportKey, String> digests = new HashMap<>();
  private final List<String> violations = new ArrayList<>();

  /** What one node has come to. */
  private static final class Node {
    final Wanted wanted;
    Phase phase = new Phase.Idle();
    Revision last = Revision.NONE;
    Decision decision = new Decision.Await(Decision.Await.What.AGENT, "", Decision.Await.MOVES);
    Optional<EncodedCatalog> holding = Optional.empty();
    int sent;
    boolean asked;
    boolean asking;

    Node(Wanted wanted) {
      this.wanted = wanted;
    }
  }

  Simulation(Scenario scenario, long seed) {
    this.scenario = scenario;
    this.random = new Random(seed);
    scenario
        .relays()
        .forEach((node, relays) ->
            nodes.put(node, new Node(linker.prepare(Kinds.catalog(node, relays)))));
    scenario
        .forgotten()
        .forEach(place -> digests.put(RelaySpec.key(place), "the digest of a value before"));
  }

  /** Runs until nothing can move, and says what every node came to. */
  Map<String, String> run() {
    int turns = 0;
    while (turns++ < ENOUGH) {
      List<Runnable> possible = new ArrayList<>();
      nodes.forEach((name, node) -> {
        Decision decision = reconciler.decide(name, this);
        if (!decision.equals(node.decision)) {
          possible.add(() -> act(name, node, decision));
        }
        if (node.phase instanceof Phase.Busy busy) {
          possible.add(() -> moves(name, node, busy));
        }
        if (node.asking) {
          possible.add(() -> answers(name, node));
        }
      });
      if (possible.isEmpty()) {
        return result();
      }
      possible.get(random.nextInt(possible.size())).run();
    }
    throw new AssertionError("does not come to an end");
  }

  List<String> violations() {
    return violations;
  }

  /** How many catalogs a node was sent. */
  int sent(String name) {
    return find(name).sent;
  }

  private Node find(String name) {
    return Objects.requireNonNull(nodes.get(name), name);
  }

  private void act(String name, Node node, Decision decision) {
    node.decision = decision;
    switch (decision) {
      case Decision.Send send -> {
        check(name, send.catalog());
        node.sent++;
        node.last = send.revision();
        node.holding = Optional.of(send.catalog());
        node.phase = new Phase.Busy("r", send.catalog().hash(), false);
      }
      case Decision.Ask _ -> {
        node.asked = true;
        node.asking = true;
      }
      case Decision.Unable unable ->
          node.phase = new Phase.Broken(unable.message(), unable.remedy());
      case Decision.Compare _, Decision.Await _, Decision.Settled _, Decision.Pending _ -> {
        // Nothing to carry out.
      }
    }
  }

  /** A resource may look ready only if every value in it is the published one. */
  private void check(String name, EncodedCatalog catalog) {
    relays(catalog)
        .forEach(relay ->
            relay
                .got()
                .forEach((place, value) -> {
                  Export published = exports.get(RelaySpec.key(place));
                  if (published == null || !Secret.of(published.value()).equals(value)) {
                    violations.add(name + " was sent a value that " + place + " never had");
                  }
                }));
  }

  private void moves(String name, Node node, Phase.Busy busy) {
    EncodedCatalog catalog = node.holding.orElseThrow();
    if (!busy.planned()) {
      node.phase = new Phase.Busy(busy.request(), busy.hash(), true);
      return;
    }
    List<StepResult> steps = new ArrayList<>();
    for (RelaySpec relay : relays(catalog)) {
      String place = name + "/" + relay.name();
      Outcome outcome;
      if (!relay.needs().isEmpty()) {
        outcome = new Outcome.Waiting(relay.needs().iterator().next().toString());
      } else if (scenario.broken().contains(place)) {
        outcome = new Outcome.Failed("no power", "plug it in");
      } else {
        outcome = new Outcome.Unchanged();
        publish(place, relay);
      }
      steps.add(new StepResult(Kinds.RELAY.id(relay.name()).toString(), outcome));
    }
    node.phase = new Phase.Reported(busy.hash(), steps);
  }

  private void answers(String name, Node node) {
    node.asking = false;
    scenario.forgotten().stream()
        .filter(place -> place.startsWith(name + "/") && !scenario.broken().contains(place))
        .forEach(
            place -> put(RelaySpec.key(place), Export.secret(RelaySpec.VALUE, "before " + place)));
  }

  private void publish(String place, RelaySpec relay) {
    String inputs =
        new TreeMap<>(relay.got())
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().digest())
                .collect(Collectors.joining(","));
    put(RelaySpec.key(place), Export.secret(RelaySpec.VALUE, place + "(" + inputs + ")"));
  }

  private void put(ExportKey key, Export export) {
    exports.put(key, export);
    digests.put(key, Secret.digestOf(export.value().getBytes(StandardCharsets.UTF_8)));
  }

  private static List<RelaySpec> relays(EncodedCatalog catalog) {
    return CatalogCodec.decode(catalog, Kinds.REGISTRY).entries().stream()
        .map(entry -> entry.spec() instanceof RelaySpec relay ? relay : null)
        .filter(Objects::nonNull)
        .toList();
  }

  private Map<String, String> result() {
    Waits waits = new Waits(this, name -> find(name).decision);
    Map<String, String> result = new TreeMap<>();
    nodes.forEach((name, node) -> {
      Map<ResourceId, Outcome> unresolved = waits.of(name);
      result.put(
          name,
          switch (node.decision) {
            case Decision.Settled _ -> node.last.hash() + " " + new TreeMap<>(unresolved);
            case Decision.Pending _ -> "pending";
            case Decision.Unable unable -> unable.message();
            case Decision.Send _, Decision.Compare _, Decision.Ask _, Decision.Await _ ->
                throw new AssertionError(name + " ended in " + node.decision);
          });
    });
    return result;
  }

  @Override
  public Verb verb() {
    return Verb.APPLY;
  }

  @Override
  public long generation() {
    return 1;
  }

  @Override
  public NodeView node(String name) {
    Node node = find(name);
    SessionState session =
        scenario.offline().contains(name)
            ? new SessionState.Away(
                Optional.empty(), Optional.empty(), SessionState.Away.NOT_EXPECTED)
            : new SessionState.Live(Kinds.versions(), "", "");
    return new NodeView(
        name,
        true,
        Optional.of(node.wanted),
        session,
        node.phase,
        node.last,
        node.sent,
        node.asked,
        node.asking);
  }

  @Override
  public Exports exports() {
    return key -> Optional.ofNullable(exports.get(key));
  }

  @Override
  public Optional<String> digest(ExportKey key) {
    return Optional.ofNullable(digests.get(key));
  }

  @Override
  public Set<ExportKey> takenOf(String owner) {
    return nodes.values().stream()
        .flatMap(node -> node.wanted.takes().stream())
        .filter(key -> key.node().equals(owner))
        .collect(Collectors.toSet());
  }

  @Override
  public long now() {
    return 0;
  }
}
