package dev.plumbline.lab.node;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.engine.Labels;
import dev.plumbline.lab.machine.LabProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A node's disks as they were once: its container as an image, its volumes as copies. It goes with
 * the lab.
 */
public final class SavedNode {
  private final Docker docker;
  private final NodePlace place;
  private final NodeContainer container;

  public SavedNode(Docker docker, NodePlace place) {
    this.docker = docker;
    this.place = place;
    this.container = new NodeContainer(docker, place);
  }

  /** Shuts the node down, saves its disks over what was saved before, and starts it again. */
  public void save() {
    container.shutDown();
    docker.ask("saving " + place.node(), "container", "commit", container.name(), image());
    for (int i = 0; i < NodeContainer.VOLUMES.size(); i++) {
      List<String> words = new ArrayList<>(List.of("volume", "create"));
      words.addAll(Labels.marking(place.lab()));
      words.add(volume(i));
      docker.command(words).output("making a volume for " + place.node());
    }
    copy("$1", "/saved/$2");
    container.start();
  }

  /**
   * Starts the node from its saved disks, with the same addresses; what happened since is lost.
   *
   * @param networks of its lab
   * @param inventory for the label of the container
   * @param archives its directory of apt archives
   */
  public void restore(Networks networks, String inventory, Path archives) {
    if (!docker.call("image", "inspect", image()).ok()) {
      throw new LabProblem("node " + place.node() + " was never saved");
    }
    container.remove();
    container.ensure(networks, image(), inventory, archives);
    copy("/saved/$2", "$1");
    container.start();
  }

  private String image() {
    return "plumbline-lab-saved:" + place.lab() + "-" + place.node();
  }

  private String volume(int i) {
    return place.container() + "-saved-" + i;
  }

  /**
   * Replaces the content of each volume.
   *
   * @param from in terms of $1, the volume in the node, and $2, its number
   */
  private void copy(String from, String to) {
    List<String> words = new ArrayList<>(List.of("run", "--rm", "--network=none"));
    // The layers of the node's own engine carry attributes that only this right may write.
    words.addAll(List.of("--cap-add=SYS_ADMIN", "--volumes-from=" + container.name()));
    StringBuilder script = new StringBuilder("set -e\n");
    script.append("copy() { find \"").append(to).append("\" -mindepth 1 -delete; ");
    script.append("cp -a \"").append(from).append("/.\" \"").append(to).append("/\"; }\n");
    for (int i = 0; i < NodeContainer.VOLUMES.size(); i++) {
      words.addAll(List.of("--volume", volume(i) + ":/saved/" + i));
      script
          .append("copy ")
          .append(NodeContainer.VOLUMES.get(i))
          .append(' ')
          .append(i)
          .append('\n');
    }
    words.addAll(List.of(image(), "/bin/bash", "-c", script.toString()));
    docker.command(words).output("copying the volumes of " + place.node());
  }
}
