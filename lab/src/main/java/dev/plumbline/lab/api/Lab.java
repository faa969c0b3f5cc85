package dev.plumbline.lab.api;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.engine.Engines;
import dev.plumbline.lab.inventory.InventoryReader;
import dev.plumbline.lab.inventory.LabInventory;
import dev.plumbline.lab.inventory.NamesReader;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import dev.plumbline.lab.node.Access;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.node.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A running lab: real nodes on this machine for the names of one inventory. */
public final class Lab {
  private static final InventoryReader READER = new NamesReader();

  private final String id;
  private final StateDirectory state;
  private final List<LabNode> nodes;

  Lab(String id, StateDirectory state, Docker docker) {
    this.id = id;
    this.state = state;
    Access access = new Access(state.lab(id));
    this.nodes =
        Places.of(docker, id).stream().map(place -> new LabNode(docker, place, access)).toList();
  }

  /** Makes and starts what is missing; returns when every node answers over SSH. */
  public static Lab up(Path inventory) {
    return up(inventory, Progress.silent());
  }

  public static Lab up(Path inventory, Progress progress) {
    return new Up(read(inventory), StateDirectory.ofThisUser(), progress).run();
  }

  /** The lab of an inventory, if it has nodes in an engine that runs. */
  public static Optional<Lab> of(Path inventory) {
    return ofId(read(inventory).id());
  }

  /** The lab of an id, if it has nodes in an engine that runs. */
  public static Optional<Lab> ofId(String id) {
    StateDirectory state = StateDirectory.ofThisUser();
    return new Engines(state, Progress.silent())
        .running()
        .map(docker -> new Lab(id, state, docker))
        .filter(lab -> !lab.nodes.isEmpty());
  }

  /** Takes the lab of an inventory down, whatever of it there is; with its cache if so wished. */
  public static void down(Path inventory, boolean purge, Progress progress) {
    new Down(read(inventory).id(), StateDirectory.ofThisUser(), progress).run(purge);
  }

  static LabInventory read(Path inventory) {
    return READER.read(inventory);
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

  /** Removes all of it; the cache stays. */
  public void down() {
    new Down(id, state, Progress.silent()).run(false);
  }
}
