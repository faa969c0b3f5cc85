package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.node.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What every node of a cluster is at one moment, without what is nobody's configuration. */
record Snapshots(Map<String, Snapshot> byNode) {

  static Snapshots of(RealCluster cluster) {
    return new Snapshots(
        cluster.nodes().stream()
            .collect(Collectors.toMap(LabNode::name, Snapshots::taken, (a, _) -> a)));
  }

  private static Snapshot taken(LabNode node) {
    return node.snapshot().without(Steps::ours);
  }

  /** What changed on one node. */
  List<String> changesTo(Snapshots later, String node) {
    Function<Snapshots, Snapshot> there = all -> Objects.requireNonNull(all.byNode().get(node));
    return there.apply(this).changesTo(there.apply(later));
  }

  void assertSameAs(Snapshots later, String after) {
    for (String node : byNode.keySet()) {
      assertThat(changesTo(later, node)).as("%s: changes on %s", after, node).isEmpty();
    }
  }
}
