package dev.plumbline.lab.node;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.engine.Labels;
import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The two networks of a lab: one for first contact, which leads to this machine and out; and the
 * cluster's, where nodes give themselves addresses.
 *
 * <p>The cluster's is an ordinary bridge, not an internal one: an internal one drops every frame
 * whose address is not of the engine's own subnet, and the nodes' addresses never are.
 */
public final class Networks {
  private final Docker docker;
  private final String lab;

  public Networks(Docker docker, String lab) {
    this.docker = docker;
    this.lab = lab;
  }

  public String contact() {
    return "plumb-" + lab + "-contact";
  }

  public String cluster() {
    return "plumb-" + lab + "-cluster";
  }

  /**
   * Makes what is missing.
   *
   * @param inventory the inventory's text: subnets are chosen clear of every address in it
   */
  public void ensure(String inventory) {
    Subnets subnets = Subnets.around(inventory);
    if (!exists(contact())) {
      create(contact(), subnets.next(), "com.docker.network.driver.mtu=" + mtuOutwards());
    }
    if (!exists(cluster())) {
      create(cluster(), subnets.next(), "com.docker.network.bridge.enable_ip_masquerade=false");
    }
  }

  /** The first three octets of the contact network, with a dot. */
  public String contactPrefix() {
    String subnet =
        docker.ask(
            "reading the lab's network",
            "network",
            "inspect",
            "--format",
            "{{(index .IPAM.Config 0).Subnet}}",
            contact());
    return subnet.substring(0, subnet.lastIndexOf('.') + 1);
  }

  private boolean exists(String name) {
    return docker.call("network", "inspect", name).ok();
  }

  private void create(String name, String prefix, String option) {
    List<String> words = new ArrayList<>(List.of("network", "create"));
    words.addAll(Labels.marking(lab));
    words.addAll(
        List.of("--subnet", prefix + "0/24", "--gateway", prefix + "1", "--opt", option, name));
    docker.command(words).output("making the network " + name);
  }

  /** What one packet may hold on the way out; a bridge that promises more loses large packets. */
  private static String mtuOutwards() {
    try {
      String routes = Files.readString(Path.of("/proc/net/route"));
      String nic =
          routes
              .lines()
              .map(line -> line.split("\t", -1))
              .filter(columns -> columns.length > 7 && columns[1].equals("00000000"))
              .map(columns -> columns[0])
              .findFirst()
              .orElse("lo");
      String mtu = Files.readString(Path.of("/sys/class/net", nic, "mtu")).strip();
      return Integer.parseInt(mtu) > 1500 ? "1500" : mtu;
    } catch (IOException e) {
      throw new LabProblem("cannot read the MTU of this machine's network: " + e.getMessage(), e);
    }
  }
}
