package dev.plumbline.lab.node;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.engine.Labels;
import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The container of one node: a machine with systemd, its own engine and two NICs. */
public final class NodeContainer {
  /** What a node keeps outside its image: an engine cannot lay its layers upon layers. */
  static final List<String> VOLUMES = List.of("/var/lib/docker", "/var/lib/containerd", "/home");

  /** Seconds that services may take to end; those of a node's own containers are among them. */
  private static final String PATIENCE = "90";

  private final Docker docker;
  private final NodePlace place;

  public NodeContainer(Docker docker, NodePlace place) {
    this.docker = docker;
    this.place = place;
  }

  public String name() {
    return place.container();
  }

  /** The engine's number for it, as control groups and mounts are named. */
  public String id() {
    return docker.ask(
        "reading the id of " + place.node(),
        "container",
        "inspect",
        "--format",
        "{{.Id}}",
        place.container());
  }

  /** One word of the engine for its state, e.g. {@code running}; empty if there is none. */
  public String state() {
    Finished inspected =
        docker.call("container", "inspect", "--format", "{{.State.Status}}", place.container());
    return inspected.ok() ? inspected.out().strip() : "";
  }

  /**
   * Makes it with both NICs, or completes one that was left half made.
   *
   * @param archives a directory of this machine for the node's apt archives
   */
  public void ensure(Networks networks, String image, String inventory, Path archives) {
    if (state().isEmpty()) {
      List<String> words = new ArrayList<>(List.of("container", "create"));
      words.addAll(Labels.marking(place.lab()));
      words.addAll(
          List.of(
              "--label",
              Labels.INVENTORY + "=" + inventory,
              "--label",
              Labels.NODE + "=" + place.node(),
              "--name",
              place.container(),
              "--hostname",
              "ubuntu",
              "--stop-signal",
              "SIGRTMIN+3",
              "--network",
              networks.contact(),
              "--ip",
              place.contact()));
      words.addAll(ContainerFlags.ofThisMachine());
      for (String volume : VOLUMES) {
        words.addAll(List.of("--volume", volume));
      }
      words.addAll(List.of("--volume", archives + ":/var/cache/apt/archives"));
      environment().forEach(variable -> words.addAll(List.of("--env", variable)));
      words.addAll(List.of(image, BootScript.PATH + "/boot"));
      docker.command(words).output("making the node " + place.node());
      BootScript.into(docker, place.container());
    }
    String attached = "{{range $name, $it := .NetworkSettings.Networks}}{{$name}} {{end}}";
    String names =
        docker.ask(
            "reading the NICs of " + place.node(),
            "container",
            "inspect",
            "--format",
            attached,
            place.container());
    if (!List.of(names.split(" ")).contains(networks.cluster())) {
      docker.ask(
          "giving " + place.node() + " its second NIC",
          "network",
          "connect",
          networks.cluster(),
          place.container());
    }
  }

  public void start() {
    docker.ask("starting " + place.node(), "container", "start", place.container());
  }

  /** Orderly, as a machine is rebooted; systemd ends its services first. */
  public void restart() {
    docker.ask(
        "restarting " + place.node(),
        "container",
        "restart",
        "--time",
        PATIENCE,
        place.container());
  }

  /** In order: systemd ends its services first. */
  void shutDown() {
    docker.ask(
        "shutting " + place.node() + " down",
        "container",
        "stop",
        "--time",
        PATIENCE,
        place.container());
  }

  /** At once, as by pulling the plug: no service ends in order, no buffer of a program is saved. */
  public void cutPower() {
    docker.ask("cutting the power of " + place.node(), "container", "kill", place.container());
  }

  /** With everything in it that a machine would keep on its disks. */
  public void remove() {
    docker.ask(
        "removing " + place.node(), "container", "rm", "--force", "--volumes", place.container());
  }

  /**
   * How it ended, if it neither runs nor reboots; else empty. The kernel ends the first process of
   * a container that reboots by SIGHUP, and the engine starts it again.
   */
  String ended() {
    String rebooting = "restarting 129";
    String seen =
        docker.ask(
            "asking whether " + place.node() + " runs",
            "container",
            "inspect",
            "--format",
            "{{.State.Status}} {{.State.ExitCode}}",
            place.container());
    return seen.startsWith("running ") || seen.equals(rebooting) ? "" : seen;
  }

  /** The last line that its first process wrote: why a node that does not start does not. */
  public String lastWords() {
    return docker.call("container", "logs", "--tail", "3", place.container()).lastWords();
  }

  public void pause() {
    docker.ask("freezing " + place.node(), "container", "pause", place.container());
  }

  public void unpause() {
    docker.ask("thawing " + place.node(), "container", "unpause", place.container());
  }

  /** A command line that runs in the node as root, reading this command's input. */
  public Command inside(List<String> words) {
    return docker.command("exec", "--interactive", place.container()).and(words);
  }

  /**
   * Copies a file or a directory of this machine into the node.
   *
   * @param into a directory of the node, which is there
   */
  public void copy(Path from, String into) {
    docker.ask(
        "copying " + from + " into " + place.node(),
        "cp",
        from.toString(),
        place.container() + ":" + into);
  }

  private List<String> environment() {
    return List.of(
        "container=docker",
        "LAB_CONTACT=" + place.contact() + "/24",
        "LAB_GATEWAY=" + place.gateway(),
        "LAB_NIC1=" + place.firstNic(),
        "LAB_NIC2=" + place.secondNic(),
        "LAB_MAC1=" + place.mac(place.firstNic()),
        "LAB_MAC2=" + place.mac(place.secondNic()),
        "LAB_DNS=" + NameServers.ofThisMachine());
  }
}
