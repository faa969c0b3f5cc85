package dev.plumbline.lab.node;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import java.util.ArrayList;
import java.util.List;

/** A node of a running lab, as a test or a command handles it. */
public final class LabNode {
  private final Docker docker;
  private final NodePlace place;
  private final Access access;
  private final NodeContainer container;

  public LabNode(Docker docker, NodePlace place, Access access) {
    this.docker = docker;
    this.place = place;
    this.access = access;
    this.container = new NodeContainer(docker, place);
  }

  public String name() {
    return place.node();
  }

  /** Where it answers from its first boot on, before anybody gave it an address. */
  public String address() {
    return place.contact();
  }

  public String firstNic() {
    return place.firstNic();
  }

  public String secondNic() {
    return place.secondNic();
  }

  public NodePlace place() {
    return place;
  }

  public NodeContainer container() {
    return container;
  }

  /**
   * Runs a shell script in the node as root, past SSH and whatever a test did to it.
   *
   * @param arguments its $1, $2 …
   */
  public Finished exec(String script, String... arguments) {
    List<String> words = new ArrayList<>(List.of("/bin/bash", "-c", script, "bash"));
    words.addAll(List.of(arguments));
    return container.inside(words).run();
  }

  /** The output of a script that must not fail. */
  public String run(String script, String... arguments) {
    Finished finished = exec(script, arguments);
    if (!finished.ok()) {
      throw new LabProblem(
          "on "
              + name()
              + " '"
              + script
              + "' ended with "
              + finished.exit()
              + ": "
              + finished.lastWords());
    }
    return finished.out();
  }

  /** Runs a command as the user would, over SSH with the password of a fresh node. */
  public Finished ssh(String command) {
    return access.ssh(address(), false, List.of(command)).run();
  }

  /** Reboots it and waits until it answers. */
  public void restart() {
    container.restart();
    awaitReady();
  }

  /** Starts it after its power was cut, and waits until it answers. */
  public void powerOn() {
    container.start();
    awaitReady();
  }

  /** Waits until it has booted and its sshd answers. */
  public void awaitReady() {
    new Readiness(this).await();
  }

  /** As if the whole machine hung; {@link #thaw} lets it go on. */
  public void freeze() {
    container.pause();
  }

  public void thaw() {
    container.unpause();
  }

  /** Pulls the cable of a NIC: the node sees its carrier go. */
  public void unplug(String nic) {
    new Cable(docker, this, nic).set("down");
  }

  public void plug(String nic) {
    new Cable(docker, this, nic).set("up");
  }

  public Snapshot snapshot() {
    return Snapshot.of(this);
  }
}
