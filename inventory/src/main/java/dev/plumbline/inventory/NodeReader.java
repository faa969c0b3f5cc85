package dev.plumbline.inventory;

import dev.plumbline.inventory.connect.Connect;
import dev.plumbline.inventory.connect.PasswordFile;
import dev.plumbline.inventory.document.Aspect;
import dev.plumbline.inventory.document.Outline;
import dev.plumbline.inventory.document.Outline.NodeOutline;
import dev.plumbline.inventory.document.Variables;
import dev.plumbline.inventory.input.Inputs;
import dev.plumbline.inventory.merge.Merge;
import dev.plumbline.inventory.merge.Setting;
import dev.plumbline.inventory.merge.Trace;
import dev.plumbline.inventory.state.StateReader;
import dev.plumbline.inventory.substitution.Broken;
import dev.plumbline.inventory.substitution.Scope;
import dev.plumbline.inventory.substitution.Substitution;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.codec.SpecCodec;
import dev.plumbline.resources.ip.IpAddress;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads what the layers of a node make of it. One instance serves all nodes of an inventory. */
final class NodeReader {
  private static final SpecCodec<Connect> CONNECT = SpecCodec.of(Connect.class);

  private final Registry registry;
  private final Inputs inputs;
  private final UnaryOperator<String> absolute;
  private final Problems problems;
  private final Merge merge;

  /**
   * @param absolute makes a path of this machine absolute
   */
  NodeReader(Registry registry, Inputs inputs, UnaryOperator<String> absolute, Problems problems) {
    this.registry = registry;
    this.inputs = inputs;
    this.absolute = absolute;
    this.problems = problems;
    this.merge = new Merge(problems);
  }

  NodeReading read(Outline outline, NodeOutline node) {
    Broken broken = new Broken();
    Substitution substitution = new Substitution(scope(outline, node), problems, broken);
    List<Setting> stateSettings = fill(outline.settings(node, Aspect.STATE), substitution);
    List<Setting> connectSettings = fill(outline.settings(node, Aspect.CONNECT), substitution);
    Value.Mapping state = merge(node, Aspect.STATE, stateSettings);
    Value.Mapping connect = merge(node, Aspect.CONNECT, connectSettings);
    return new NodeReading(
        node,
        stateSettings,
        connectSettings,
        connect(connect, broken),
        state,
        new StateReader(registry, problems, broken).read(state));
  }

  /** Reports what can be said only once all nodes were read. */
  void done() {
    merge.done();
  }

  private Scope scope(Outline outline, NodeOutline node) {
    Map<String, Value.Scalar> vars =
        Variables.merge(merge, node.name(), outline.settings(node, Aspect.VARS));
    Scope scope =
        new Scope(
            Map.of(
                "name", Optional.of(node.name()),
                "address", node.address().map(IpAddress::toString),
                "slots", Optional.of(Integer.toString(node.slots()))),
            vars,
            inputs::variable,
            problems);
    scope.resolveAll();
    return scope;
  }

  private static List<Setting> fill(List<Setting> settings, Substitution substitution) {
    return settings.stream()
        .map(setting -> new Setting(setting.layer(), substitution.fill(setting.value())))
        .toList();
  }

  private Value.Mapping merge(NodeOutline node, Aspect aspect, List<Setting> settings) {
    Optional<Value> merged = merge.of(node.name(), aspect.key(), settings, Trace.NONE);
    return merged.orElse(null) instanceof Value.Mapping mapping
        ? mapping
        : new Value.Mapping(Map.of(), Origin.of("node " + node.name()));
  }

  private Optional<Connect> connect(Value.Mapping value, Broken broken) {
    Optional<Connect> connect =
        broken
            .read(value, problems, found -> CONNECT.decode("", value, found))
            .map(read -> read.withPaths(absolute));
    connect.ifPresent(read -> SpecCodec.locate(PasswordFile.check(read, inputs), value, problems));
    return connect;
  }
}
