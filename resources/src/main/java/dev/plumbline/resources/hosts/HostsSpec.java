package dev.plumbline.resources.hosts;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Expandable;
import dev.plumbline.resources.Withdrawable;
import dev.plumbline.resources.block.ManagedBlock;
import dev.plumbline.resources.hostname.NodeNames;
import dev.plumbline.resources.ip.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that a node finds in its own {@code /etc/hosts}. */
@Doc("Names of machines in a block of /etc/hosts.")
public record HostsSpec(
    @Doc("Which nodes of the inventory to list: all, groups, nodes.") List<String> nodes,
    @Doc("Further lines: names by address, IPv4 or IPv6.") Map<String, List<String>> entries)
    implements Expandable<HostsSpec>, Withdrawable<HostsSpec> {
  public static final String PATH = "/etc/hosts";
  public static final ManagedBlock BLOCK = new ManagedBlock("hosts", ManagedBlock.DEFAULT_COMMENT);

  public HostsSpec {
    HostsChecks.of(entries).done();
    nodes = List.copyOf(nodes);
    entries = canonical(entries);
  }

  /** One entry per address, under its canonical text. */
  private static Map<String, List<String>> canonical(Map<String, List<String>> entries) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    entries.forEach((address, given) ->
        names
            .computeIfAbsent(IpAddress.parse(address).toString(), _ -> new LinkedHashSet<>())
            .addAll(given));
    Map<String, List<String>> canonical = new LinkedHashMap<>();
    names.forEach((address, all) -> canonical.put(address, List.copyOf(all)));
    return Collections.unmodifiableMap(canonical);
  }

  @Override
  public HostsSpec expand(Cluster cluster, Checks checks) {
    Map<String, Set<String>> lines = new LinkedHashMap<>();
    for (String selector : nodes) {
      Optional<List<Cluster.Node>> selected = cluster.select(selector);
      checks.that(
          selected.isPresent(),
          "hosts-unknown-node",
          "nodes." + nodes.indexOf(selector),
          "'" + selector + "' is no node and no group of this inventory");
      for (Cluster.Node node : selected.orElse(List.of())) {
        lines
            .computeIfAbsent(node.address(), _ -> new LinkedHashSet<>())
            .addAll(NodeNames.of(node, cluster));
      }
    }
    entries.forEach((address, names) ->
        lines.computeIfAbsent(address, _ -> new LinkedHashSet<>()).addAll(names));
    Map<String, List<String>> all = new LinkedHashMap<>();
    lines.forEach((address, names) -> all.put(address, new ArrayList<>(names)));
    Checks twice = HostsChecks.of(all);
    twice.violations().forEach(each -> checks.that(false, each.id(), "", each.message()));
    return twice.violations().isEmpty() ? new HostsSpec(List.of(), all) : this;
  }

  @Override
  public Optional<HostsSpec> withdrawn() {
    return Optional.of(new HostsSpec(List.of(), Map.of()));
  }
}
