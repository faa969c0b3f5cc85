package dev.plumbline.lab.api;

import dev.plumbline.lab.base.BaseImage;
import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.engine.Engines;
import dev.plumbline.lab.inventory.LabInventory;
import dev.plumbline.lab.inventory.LocalInventory;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.Parallel;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import dev.plumbline.lab.machine.StateLock;
import dev.plumbline.lab.node.Access;
import dev.plumbline.lab.node.Archives;
import dev.plumbline.lab.node.Capacity;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.node.Networks;
import dev.plumbline.lab.node.NodeContainer;
import dev.plumbline.lab.node.NodePlace;
import dev.plumbline.lab.node.Places;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings a lab up from wherever it is: every step looks first and does only what is missing. */
final class Up {
  /** Below are the gateway and room for whoever tests with addresses of their own. */
  private static final int FIRST_ADDRESS = 10;

  private final LabInventory inventory;
  private final StateDirectory state;
  private final Progress progress;
  private final String id;

  Up(LabInventory inventory, StateDirectory state, Progress progress) {
    this.inventory = inventory;
    this.state = state;
    this.progress = progress;
    this.id = inventory.id();
  }

  Lab run() {
    new LocalInventory(inventory.file()).mustBeOurs();
    return StateLock.holding(state, progress, this::build);
  }

  private Lab build() {
    Docker docker = new Engines(state, progress).ensure();
    mustHaveTheDirectory(docker);
    new Labs(state).note(id, inventory.file());
    String image = new BaseImage(docker, state, progress).ensure();
    Networks networks = new Networks(docker, id);
    networks.ensure(inventory.text());
    List<NodePlace> places = places(docker, networks);
    List<NodePlace> idle =
        places.stream()
            .filter(place -> !new NodeContainer(docker, place).state().equals("running"))
            .toList();
    if (!idle.isEmpty()) {
      Capacity.check(Places.running(docker), idle.size());
      Archives archives = new Archives(docker, image, state.archives(), progress);
      archives.lend(id, idle.stream().map(NodePlace::node).toList());
      Parallel.each(idle, place -> start(docker, networks, image, archives, place));
    }
    Lab lab = new Lab(id, state, docker);
    Parallel.each(lab.nodes(), LabNode::awaitReady);
    lab.access().prepare(hostKeys(lab));
    writeLocal(lab);
    return lab;
  }

  /** Labs of one directory would share one inventory.local.yaml. */
  private void mustHaveTheDirectory(Docker docker) {
    String file = inventory.file().toString();
    String other = Places.labs(docker).getOrDefault(id, file);
    if (!other.equals(file)) {
      throw new LabProblem(
          "a lab of "
              + other
              + " is up in the same directory: take it down first (plumb lab down "
              + other
              + ")");
    }
  }

  /** A node that exists keeps its address; a new one gets the first that is free. */
  private List<NodePlace> places(Docker docker, Networks networks) {
    Map<String, NodePlace> known = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (NodePlace place : Places.of(docker, id)) {
      known.put(place.node(), place);
      taken.add(place.contact());
      if (!inventory.nodes().contains(place.node())) {
        progress.say(
            "node "
                + place.node()
                + " is not in the inventory any more; plumb lab down removes it");
      }
    }
    String prefix = networks.contactPrefix();
    List<NodePlace> places = new ArrayList<>();
    int next = FIRST_ADDRESS;
    for (String node : inventory.nodes()) {
      NodePlace place = known.get(node);
      if (place == null) {
        while (!taken.add(prefix + next)) {
          next++;
        }
        place =
            new NodePlace(
                id, node, prefix + next, prefix + "1", inventory.firstNic(), inventory.secondNic());
      }
      places.add(place);
    }
    return places;
  }

  private void start(
      Docker docker, Networks networks, String image, Archives archives, NodePlace place) {
    progress.step(
        "node " + place.node() + " (" + place.contact() + ")",
        () -> {
          NodeContainer container = new NodeContainer(docker, place);
          container.ensure(
              networks, image, inventory.file().toString(), archives.of(id, place.node()));
          container.start();
          LabNode node = new LabNode(docker, place, new Access(state.lab(id)));
          node.awaitReady();
          return node;
        });
  }

  private static List<String> hostKeys(Lab lab) {
    List<String> lines = new ArrayList<>();
    for (LabNode node : lab.nodes()) {
      node.run("cat /etc/ssh/ssh_host_*_key.pub")
          .lines()
          .map(line -> line.split(" ", -1))
          .filter(words -> words.length >= 2)
          .forEach(words -> lines.add(node.address() + " " + words[0] + " " + words[1]));
    }
    return lines;
  }

  private void writeLocal(Lab lab) {
    Map<String, String> addresses = new LinkedHashMap<>();
    lab.nodes().stream()
        .filter(node -> inventory.nodes().contains(node.name()))
        .forEach(node -> addresses.put(node.name(), node.address()));
    Access access = lab.access();
    new LocalInventory(inventory.file())
        .write(addresses, Access.USER, access.password(), access.knownHosts());
  }
}
