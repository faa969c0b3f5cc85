package dev.plumbline.lab.node;

import dev.plumbline.lab.engine.Docker;

/** The other end of a NIC, on this machine's bridge. */
final class Cable {
  private final Docker docker;
  private final LabNode node;
  private final String nic;

  Cable(Docker docker, LabNode node, String nic) {
    this.docker = docker;
    this.node = node;
    this.nic = nic;
  }

  /**
   * Sets this machine's end. It works from a container of the node's own image, so that it needs no
   * right on this machine but that of using the engine.
   */
  void set(String upOrDown) {
    String index = node.run("cat /sys/class/net/" + nic + "/iflink").strip();
    String image =
        docker.ask(
            "reading the image of " + node.name(),
            "container",
            "inspect",
            "--format",
            "{{.Image}}",
            containerName());
    String script =
        "ip -o link | awk -F': ' -v i="
            + index
            + " '$1 == i {sub(/@.*/, \"\", $2); print $2}'"
            + " | xargs -I % ip link set % "
            + upOrDown;
    docker.ask(
        "setting the cable of " + nic + " of " + node.name() + " " + upOrDown,
        "run",
        "--rm",
        "--network=host",
        "--cap-drop=ALL",
        "--cap-add=NET_ADMIN",
        image,
        "/bin/sh",
        "-c",
        script);
  }

  private String containerName() {
    return node.container().name();
  }
}
