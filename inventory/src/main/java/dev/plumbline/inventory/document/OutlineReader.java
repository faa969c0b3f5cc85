package dev.plumbline.inventory.document;

import dev.plumbline.inventory.merge.Layer;
import dev.plumbline.inventory.merge.Layer.Level;
import dev.plumbline.inventory.merge.Merge;
import dev.plumbline.inventory.merge.Setting;
import dev.plumbline.inventory.merge.Trace;
import dev.plumbline.inventory.substitution.Broken;
import dev.plumbline.inventory.substitution.Scope;
import dev.plumbline.inventory.substitution.Substitution;
import dev.plumbline.resources.codec.SpecCodec;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the outline of an inventory and of what stands in inventory.local.yaml beside it. */
public final class OutlineReader {
  private static final SpecCodec<Document> DOCUMENT = SpecCodec.of(Document.class);
  private static final SpecCodec<LocalDocument> LOCAL = SpecCodec.of(LocalDocument.class);
  private static final SpecCodec<ControllerSettings> CONTROLLER =
      SpecCodec.of(ControllerSettings.class);

  private static final Layer CLUSTER = new Layer(Level.CLUSTER, "", false, Set.of());
  private static final Layer HERE = new Layer(Level.CLUSTER, "", true, Set.of());

  private final Problems problems;
  private final Broken broken = new Broken();
  private final Layers layers = new Layers();

  private OutlineReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads the outline.
   *
   * @param environment what {@code ${env.NAME}} stands for
   * @param problems receives everything that is wrong
   */
  public static Outline read(
      Value inventory, Optional<Value> local, Map<String, String> environment, Problems problems) {
    return new OutlineReader(problems).read(inventory, local, environment);
  }

  private Outline read(Value written, Optional<Value> here, Map<String, String> environment) {
    layers.put(CLUSTER, written, Aspect.VARS);
    here.ifPresent(value -> layers.put(HERE, value, Aspect.VARS));
    Substitution substitution = new Substitution(scope(environment), problems, broken);
    Value inventory = fill(written, substitution);
    Optional<Value> local = here.map(value -> Tree.change(value, "controller", substitution::fill));

    Optional<Document> document =
        broken.read(inventory, problems, found -> DOCUMENT.decode("", inventory, found));
    local.ifPresent(value -> broken.read(value, problems, found -> LOCAL.decode("", value, found)));
    Map<String, Outline.GroupOutline> groups =
        new GroupsReader(problems, layers)
            .read(inventory, Tree.entries(inventory, "nodes").keySet());
    Map<String, Outline.NodeOutline> nodes =
        new NodesReader(problems, broken, layers).read(inventory, groups);
    local.ifPresent(value -> new LocalReader(problems, layers).read(value, nodes, groups));
    Variables.check(layers.all(Aspect.VARS), problems);
    return new Outline(
        document.map(Document::cluster),
        controller(inventory, local),
        document.flatMap(Document::jobs).orElse(JobSettings.DEFAULT),
        nodes,
        groups,
        layers);
  }

  /** Fills in what is read before any node is known; the rest is filled in for each node. */
  private static Value fill(Value inventory, Substitution substitution) {
    Value named = Tree.change(inventory, "cluster", substitution::fill);
    Value reachable = Tree.change(named, "controller", substitution::fill);
    Value running = Tree.change(reachable, "jobs", substitution::fill);
    return Tree.change(
        running,
        "nodes",
        nodes ->
            Tree.changeEach(
                nodes,
                node ->
                    Tree.change(
                        Tree.change(node, "address", substitution::fill),
                        "slots",
                        substitution::fill)));
  }

  /** What references outside of any node may use; problems of vars are told with the nodes. */
  private Scope scope(Map<String, String> environment) {
    return new Scope(
        Map.of(),
        Variables.merge(new Merge(new Problems()), "", layers.of(Level.CLUSTER, "", Aspect.VARS)),
        environment,
        problems);
  }

  private ControllerSettings controller(Value inventory, Optional<Value> local) {
    List<Setting> settings = new ArrayList<>();
    Tree.child(inventory, "controller")
        .ifPresent(value -> settings.add(new Setting(CLUSTER, value)));
    local
        .flatMap(value -> Tree.child(value, "controller"))
        .ifPresent(value -> settings.add(new Setting(HERE, value)));
    Merge merge = new Merge(problems);
    Optional<Value> merged = merge.of("", "controller", settings, Trace.NONE);
    merge.done();
    return merged
        .flatMap(
            value -> broken.read(value, problems, found -> CONTROLLER.decode("", value, found)))
        .orElse(ControllerSettings.DEFAULT);
  }
}
