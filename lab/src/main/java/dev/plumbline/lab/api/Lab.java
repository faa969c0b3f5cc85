package dev.plumbline.lab.api;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.engine.Engines;
import dev.plumbline.lab.inventory.CheckedReader;
import dev.plumbline.lab.inventory.InventoryReader;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.Parallel;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import dev.plumbline.lab.node.Access;
import dev.plumbline.lab.node.Archives;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.node.NestedCgroups;
import dev.plumbline.lab.node.Networks;
import dev.plumbline.lab.node.Places;
import dev.plumbline.lab.node.SavedNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A running lab: real nodes on this machine for the names of one inventory. */
public final class Lab {
  private static final InventoryReader READER = new CheckedReader();

  private final String id;
  private final StateDirectory state;
  private final Docker docker;
  private final List<LabNode> nodes;

  Lab(String id, StateDirectory state, Docker docker) {
    this.id = id;
    this.state = state;
    this.docker = docker;
    Access access = new Access(state.lab(id));
    this.nodes =
        Places.of(docker, id).stream().map(place -> new LabNode(docker, place, access)).toList();
  }

  /** Makes and starts what is missing; returns when every node answers over SSH. */
  public static Lab up(Path inventory) {
    return up(inventory, Progress.silent());
  }

  public static Lab up(Path inventory, Progress progress) {
    return new Up(READER.read(inventory), StateDirectory.ofThisUser(), progress).run();
  }

  /** The lab that was brought up for an inventory, if its engine runs. */
  public static Optional<Lab> of(Path inventory) {
    return Labs.ofThisUser().idOf(inventory).flatMap(Lab::ofId);
  }

  /** The lab of an id, if it has nodes in an engine that runs. */
  public static Optional<Lab> ofId(String id) {
    StateDirectory state = StateDirectory.ofThisUser();
    return new Engines(state, Progress.silent())
        .running()
        .map(docker -> new Lab(id, state, docker))
        .filter(lab -> !lab.nodes.isEmpty());
  }

  /**
   * Empties the cache: the base of the nodes, what apt has downloaded, the engine's data.
   *
   * @throws LabProblem if a lab is up
   */
  public static void purge(Progress progress) {
    new Down(StateDirectory.ofThisUser(), progress).purge();
  }

  public String id() {
    return id;
  }

  public List<LabNode> nodes() {
    return nodes;
  }

  public LabNode node(String name) {
    return nodes.stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new LabProblem(
                "the lab has no node '"
                    + name
                    + "'; it has "
                    + String.join(", ", nodes.stream().map(LabNode::name).toList())));
  }

  public Access access() {
    return new Access(state.lab(id));
  }

  /** Shuts every node down, saves its disks, and starts it again. */
  public void save() {
    Parallel.each(
        nodes,
        node -> {
          new SavedNode(docker, node.place()).save();
          node.awaitReady();
        });
  }

  /** Starts every node from its disks as they were saved; what happened since is lost. */
  public void restore() {
    Parallel.each(nodes, this::restore);
  }

  /** As {@link #restore()}, for one node. */
  public void restore(LabNode node) {
    Archives archives = new Archives(docker, "", state.archives(), Progress.silent());
    String inventory = Places.labs(docker).getOrDefault(id, "");
    NestedCgroups nested = NestedCgroups.of(docker, List.of(node.place()));
    new SavedNode(docker, node.place())
        .restore(new Networks(docker, id), inventory, archives.of(id, node.name()));
    nested.remove();
    node.awaitReady();
  }

  /** Removes all of it; the cache stays. */
  public void down() {
    down(id, Progress.silent());
  }

  /** Removes the lab of an id, whatever there is of it; the cache stays. */
  public static void down(String id, Progress progress) {
    new Down(StateDirectory.ofThisUser(), progress).run(id);
  }
}
