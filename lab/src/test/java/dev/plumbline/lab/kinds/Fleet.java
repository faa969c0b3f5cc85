package dev.plumbline.lab.kinds;

import dev.plumbline.agent.engine.Desired;
import dev.plumbline.agent.engine.Engine;
import dev.plumbline.agent.engine.Guarding;
import dev.plumbline.agent.engine.Planning;
import dev.plumbline.agent.engine.ProgressListener;
import dev.plumbline.agent.engine.Report;
import dev.plumbline.agent.engine.StepListener;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.InventoryLoader;
import dev.plumbline.inventory.InventoryResult;
import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Parallel;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.plan.PlanStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The nodes of a lab with an engine of ours each, and the exchange of exports that a controller
 * would do.
 */
final class Fleet {
  private final Path directory;
  private final Map<String, Engine> engines = new LinkedHashMap<>();
  private final Map<ExportKey, Export> exports = new LinkedHashMap<>();
  private final Map<String, EncodedCatalog> applied = new ConcurrentSkipListMap<>();
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private int busy;

  Fleet(Lab lab, Path directory) {
    this.directory = directory;
    lab.nodes().forEach(this::connect);
  }

  /** Reaches a node anew, for example after it restarted. */
  void connect(LabNode node) {
    engines.put(node.name(), new Engine(ResourceTypes.standard(), new NodePorts(node)));
  }

  /** What an apply did to each resource, as lines such as {@code worker1 swarm changed …}. */
  List<String> apply(String inventory) throws Failure {
    Map<String, Catalog> wanted = load(inventory);
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    Map<String, String> sent = new HashMap<>();
    Parallel.each(List.copyOf(wanted.keySet()), node -> follow(node, wanted, sent, lines));
    said.addAll(lines);
    return lines.stream().sorted().toList();
  }

  /** Gives a node its catalog whenever exports have changed it, until all nodes are at rest. */
  private void follow(
      String node, Map<String, Catalog> wanted, Map<String, String> sent, List<String> lines) {
    while (true) {
      Optional<EncodedCatalog> next = next(node, wanted, sent);
      if (next.isEmpty()) {
        return;
      }
      try {
        lines.addAll(apply(node, next.get()));
      } catch (Failure failure) {
        throw new AssertionError(failure);
      } finally {
        rest();
      }
    }
  }

  private synchronized Optional<EncodedCatalog> next(
      String node, Map<String, Catalog> wanted, Map<String, String> sent) {
    try {
      while (true) {
        Optional<EncodedCatalog> news = news(node, wanted, sent);
        if (news.isPresent()) {
          sent.put(node, news.get().hash());
          busy++;
          return news;
        }
        // A node that has news may not have woken up to them yet.
        if (busy == 0
            && wanted.keySet().stream().allMatch(each -> news(each, wanted, sent).isEmpty())) {
          return Optional.empty();
        }
        wait();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The catalog of a node as the exports make it, if that is not the one that it was given. */
  private Optional<EncodedCatalog> news(
      String node, Map<String, Catalog> wanted, Map<String, String> sent) {
    Catalog catalog = Objects.requireNonNull(wanted.get(node));
    EncodedCatalog linked =
        CatalogCodec.encode(catalog.link(key -> Optional.ofNullable(exports.get(key))));
    return Optional.of(linked).filter(each -> !each.hash().equals(sent.get(node)));
  }

  private synchronized void rest() {
    busy--;
    notifyAll();
  }

  private List<String> apply(String node, EncodedCatalog linked) throws Failure {
    Engine engine = engine(node);
    Planning planning = engine.plan(desired(linked), ProgressListener.NONE);
    publish(node, planning.exports());
    Report report = engine.apply(planning, Fleet::unguarded, new Listener());
    publish(node, report.exports());
    applied.put(node, linked);
    return report.steps().stream()
        .filter(step -> !(step.outcome() instanceof Outcome.Unchanged))
        .map(step -> node + " " + step.id() + " " + text(step.outcome()))
        .toList();
  }

  /** Nobody asks here, and everything stays. */
  private static Guarding.Armed unguarded(
      Map<ResourceId, Guard> guards, ProgressListener listener) {
    return new Guarding.Armed() {
      @Override
      public Optional<Guarding.RolledBack> confirm() {
        return Optional.empty();
      }

      @Override
      public Guarding.RolledBack rollBack() {
        return new Guarding.RolledBack("by nobody", "make the nodes anew");
      }
    };
  }

  /** The resources that differ from what was last applied, as lines {@code worker1 swarm}. */
  List<String> drift() throws Failure {
    List<String> lines = new ArrayList<>();
    for (String node : applied.keySet()) {
      EncodedCatalog last = applied.get(node);
      EncodedCatalog kept = CatalogCodec.encoded(node, last.entries(), Map.of());
      for (PlanStep step : engine(node).plan(desired(kept), ProgressListener.NONE).plan().steps()) {
        said.add(step.toString());
        lines.add(node + " " + step.id() + (step instanceof PlanStep.Apply ? "" : " " + step));
      }
    }
    return lines;
  }

  /** The value that a node published last. */
  String export(String node, String attribute) {
    Export export = exports.get(new ExportKey(node, ResourceId.only("swarm"), attribute));
    return export == null ? "" : export.value();
  }

  /** Everything that an apply or a drift has said so far, and all that an agent would keep. */
  String told() {
    return said + applied.toString().replaceAll("secrets=\\{[^}]*}", "");
  }

  private Engine engine(String node) {
    Engine engine = engines.get(node);
    if (engine == null) {
      throw new IllegalArgumentException("no node " + node);
    }
    return engine;
  }

  private static Desired desired(EncodedCatalog catalog) {
    return Desired.first(CatalogCodec.decode(catalog), catalog.hash());
  }

  private synchronized void publish(String node, List<Planning.Published> published) {
    published.forEach(each ->
        exports.put(
            new ExportKey(node, each.resource(), each.export().attribute()), each.export()));
    notifyAll();
  }

  private Map<String, Catalog> load(String text) {
    try {
      Path file = Files.writeString(directory.resolve("inventory.yaml"), text);
      return switch (InventoryLoader.load(Optional.of(file.toString()))) {
        case InventoryResult.Loaded loaded -> catalogs(loaded.inventory());
        case InventoryResult.Invalid invalid -> throw new AssertionError(invalid.problems());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Catalog> catalogs(Inventory inventory) {
    Map<String, Catalog> catalogs = new LinkedHashMap<>();
    inventory.nodes().forEach(node -> catalogs.put(node.name(), inventory.catalog(node.name())));
    return catalogs;
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Changed changed -> "changed " + changes(changed.changes());
      case Outcome.Unchanged _ -> "unchanged";
      case Outcome.Skipped skipped -> "skipped " + skipped.reason();
      case Outcome.Waiting waiting -> "waits for " + waiting.on();
      case Outcome.Failed failed -> "failed " + failed.message() + " | " + failed.remedy();
    };
  }

  private static String changes(List<Change> changes) {
    return String.join(",", changes.stream().map(Change::attribute).toList());
  }

  /** Keeps what is said. */
  private final class Listener implements StepListener {
    @Override
    public void starting(ResourceId id, List<Change> changes) {
      said.add(changes.toString());
    }

    @Override
    public void now(ResourceId id, String what) {
      said.add(what);
    }

    @Override
    public void done(ResourceId id, Outcome outcome) {
      said.add(outcome.toString());
    }
  }
}
