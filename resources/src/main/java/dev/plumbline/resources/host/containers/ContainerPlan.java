package dev.plumbline.resources.host.containers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A container as it was made, or is to be. It gets no capabilities and no new privileges, starts
 * again when it ends or the engine does, and keeps a limited log.
 *
 * @param image by name
 * @param user uid:gid
 * @param hostname also its name on the network
 * @param command the program and its arguments, whatever the image says
 * @param environment beside the image's own
 * @param network by name; it must allow single containers
 * @param published what of the node leads into the container
 * @param labels beside the image's own
 */
public record ContainerPlan(
    String name,
    String image,
    String user,
    String hostname,
    List<String> command,
    Map<String, String> environment,
    List<Mount> mounts,
    String network,
    List<Published> published,
    Map<String, String> labels) {
  public ContainerPlan {
    command = List.copyOf(command);
    environment = new TreeMap<>(environment);
    mounts = List.copyOf(mounts);
    published = List.copyOf(published);
    labels = new TreeMap<>(labels);
  }

  /**
   * A TCP port of the node that leads to the same port of the container.
   *
   * @param address of the node
   */
  public record Published(String address, int port) {
    @Override
    public String toString() {
      return address + ":" + port;
    }
  }
}
