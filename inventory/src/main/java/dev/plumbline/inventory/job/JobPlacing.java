package dev.plumbline.inventory.job;

import dev.plumbline.inventory.Group;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.Node;
import dev.plumbline.resources.codec.Suggestion;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a job runs and as whom, by the inventory. */
final class JobPlacing {
  private final Inventory inventory;
  private final Problems problems;

  JobPlacing(Inventory inventory, Problems problems) {
    this.inventory = inventory;
    this.problems = problems;
  }

  /**
   * @return empty if anything was wrong
   */
  Optional<JobNodes> nodes(JobReader.Read read) {
    List<String> written = read.document().nodes();
    Origin origin = read.origin("nodes");
    if (written.size() == 1 && written.getFirst().matches("[0-9]+")) {
      return count(written.getFirst(), origin).filter(nodes -> fits(read, largest(nodes.count())));
    }
    if (written.isEmpty() || written.contains("all")) {
      return fits(read, inventory.nodes())
          ? Optional.of(new JobNodes(List.of(), 0))
          : Optional.empty();
    }
    Set<Node> nodes = new LinkedHashSet<>();
    boolean known = true;
    for (String selector : written) {
      Optional<List<Node>> selected = inventory.select(selector);
      selected.ifPresent(nodes::addAll);
      if (selected.isEmpty()) {
        known = false;
        problems.add(
            "job-nodes",
            origin,
            "the inventory has no node and no group '"
                + selector
                + "'"
                + Suggestion.of(selector, names()));
      }
    }
    return known && fits(read, nodes.stream().toList())
        ? Optional.of(new JobNodes(nodes.stream().map(Node::name).toList(), 0))
        : Optional.empty();
  }

  private Optional<JobNodes> count(String number, Origin origin) {
    int all = inventory.nodes().size();
    int count = number.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(number);
    if (count >= 1 && count <= all) {
      return Optional.of(new JobNodes(List.of(), count));
    }
    problems.add(
        "job-nodes-count",
        origin,
        "the job wants " + number + " nodes, and the inventory has " + all);
    return Optional.empty();
  }

  private List<Node> largest(int count) {
    return inventory.nodes().stream()
        .sorted(Comparator.comparingInt(Node::slots).reversed())
        .limit(count)
        .toList();
  }

  /** Ranks must find a slot on the nodes, if not more are allowed. */
  private boolean fits(JobReader.Read read, List<Node> nodes) {
    int ranks = read.document().ranks().orElse(0);
    MpiSettings mpi = read.document().mpiOrDefault();
    if (mpi.ranksPerNode().isPresent() && !fits(read, nodes, mpi.ranksPerNode().get())) {
      return false;
    }
    int slots = nodes.stream().mapToInt(Node::slots).sum();
    if (ranks <= slots || mpi.oversubscribe()) {
      return true;
    }
    problems.add(
        "job-slots",
        read.origin("ranks"),
        ranks
            + " ranks, and the nodes of the job have "
            + slots
            + (slots == 1 ? " slot" : " slots")
            + "; take fewer ranks, or say mpi: {oversubscribe: true}");
    return false;
  }

  private boolean fits(JobReader.Read read, List<Node> nodes, int perNode) {
    Origin origin = read.origin("mpi", "ranks_per_node");
    boolean fits = true;
    for (Node node : nodes) {
      if (perNode > node.slots() && !read.document().mpiOrDefault().oversubscribe()) {
        fits = false;
        problems.add(
            "job-slots",
            origin,
            perNode
                + " ranks per node, and "
                + node.name()
                + " has "
                + node.slots()
                + (node.slots() == 1 ? " slot" : " slots")
                + "; take fewer, or say mpi: {oversubscribe: true}");
      }
    }
    int ranks = read.document().ranks().orElse(0);
    if (ranks > (long) perNode * nodes.size()) {
      fits = false;
      problems.add(
          "job-slots",
          read.origin("ranks"),
          ranks
              + " ranks, and "
              + perNode
              + " per node are "
              + (long) perNode * nodes.size()
              + " on the nodes of the job; take fewer ranks, more nodes or more ranks per node");
    }
    return fits;
  }

  Optional<String> user(JobReader.Read read) {
    Optional<String> user = read.document().user().or(() -> inventory.jobs().user());
    if (user.isEmpty()) {
      problems.add(
          "job-user",
          read.tree().origin(),
          "nobody says who the job runs as; write user: NAME here, or jobs: {user: NAME} in "
              + inventory.file().name());
    }
    return user;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(inventory.nodes().stream().map(Node::name).toList());
    inventory.groups().stream().map(Group::name).forEach(names::add);
    return names;
  }
}
