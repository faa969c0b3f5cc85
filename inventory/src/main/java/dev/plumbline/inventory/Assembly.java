package dev.plumbline.inventory;

import dev.plumbline.inventory.connect.Connect;
import dev.plumbline.inventory.document.Aspect;
import dev.plumbline.inventory.document.Outline;
import dev.plumbline.inventory.document.Outline.NodeOutline;
import dev.plumbline.inventory.document.OutlineReader;
import dev.plumbline.inventory.state.LocalFiles;
import dev.plumbline.inventory.state.Members;
import dev.plumbline.inventory.state.Normal;
import dev.plumbline.inventory.state.Ordering;
import dev.plumbline.inventory.state.Resolution;
import dev.plumbline.inventory.state.StateEntry;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts one inventory together from its trees. */
final class Assembly {
  private final InventoryFile file;
  private final Caller caller;
  private final Registry registry;
  private final Problems problems;

  Assembly(InventoryFile file, Caller caller, Registry registry, Problems problems) {
    this.file = file;
    this.caller = caller;
    this.registry = registry;
    this.problems = problems;
  }

  /**
   * @return empty if anything was wrong
   */
  Optional<Inventory> assemble(Value tree, Optional<Value> local) {
    Outline written = OutlineReader.read(tree, local, caller.environment(), problems);
    Normal normal = new Normal(registry, problems);
    Outline outline = written.with(written.layers().mapped(Aspect.STATE, normal::of));

    NodeReader reader =
        new NodeReader(registry, caller.environment(), path -> absolute(path).toString(), problems);
    Map<String, NodeReading> readings = new LinkedHashMap<>();
    outline.nodes().forEach((name, node) -> readings.put(name, reader.read(outline, node)));
    reader.done();

    Map<String, Catalog> catalogs = catalogs(outline, readings);
    return problems.isEmpty()
        ? Optional.of(inventory(outline, readings, catalogs))
        : Optional.empty();
  }

  private Map<String, Catalog> catalogs(Outline outline, Map<String, NodeReading> readings) {
    Map<String, List<StateEntry>> entries = new LinkedHashMap<>();
    readings.forEach((name, reading) -> entries.put(name, reading.entries()));
    Resolution resolution = new Resolution(new LocalFiles(this::absolute), problems);
    Map<String, List<StateEntry>> resolved = resolution.inline(entries);
    Ordering ordering = new Ordering(registry, problems);
    entries.forEach(ordering::check);
    Optional<Members> members = members(outline);
    if (members.isPresent()) {
      resolved = resolution.expand(members.get(), resolved);
      resolution.check(members.get(), resolved);
    }
    Map<String, Catalog> catalogs = new LinkedHashMap<>();
    resolved.forEach((name, list) -> catalogs.put(name, Ordering.catalog(name, list)));
    return catalogs;
  }

  /** Empty if a node has no address that could be told to the others. */
  private static Optional<Members> members(Outline outline) {
    List<Cluster.Node> nodes = new ArrayList<>();
    for (NodeOutline node : outline.nodes().values()) {
      node.address()
          .ifPresent(address ->
              nodes.add(new Cluster.Node(node.name(), address.toString(), node.slots())));
    }
    if (nodes.size() < outline.nodes().size()) {
      return Optional.empty();
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    outline.groups().forEach((name, group) -> groups.put(name, group.members()));
    return Optional.of(Members.of(nodes, groups));
  }

  private Inventory inventory(
      Outline outline, Map<String, NodeReading> readings, Map<String, Catalog> catalogs) {
    Map<String, NodeDetails> details = new LinkedHashMap<>();
    readings.forEach((name, reading) -> details.put(name, details(reading, catalogs)));
    List<Group> groups =
        outline.groups().values().stream()
            .map(group -> new Group(group.name(), group.members()))
            .toList();
    String cluster = outline.cluster().orElseThrow();
    return new Inventory(cluster, file, outline.controller(), outline.jobs(), groups, details);
  }

  private NodeDetails details(NodeReading reading, Map<String, Catalog> catalogs) {
    NodeOutline outline = reading.outline();
    Connect connect = reading.connect().orElseThrow();
    Node node =
        new Node(
            outline.name(),
            outline.address().orElseThrow(),
            outline.slots(),
            outline.groups(),
            connect);
    Catalog catalog = Optional.ofNullable(catalogs.get(node.name())).orElseThrow();
    return new NodeDetails(node, catalog, reading, registry);
  }

  private Path absolute(String path) {
    return caller.resolve(file.directory(), path);
  }
}
