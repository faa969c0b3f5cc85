package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.node.LabNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The steps of a plan for one node, held against what really changed on it. */
record Steps(Set<String> resources) {
  /**
   * What is nobody's configuration: the agent's own state, the copies of their last input that
   * useradd and its like leave behind, and a service that D-Bus starts when asked and that ends by
   * itself.
   */
  private static final Pattern OURS =
      Pattern.compile(
          "file /(var/lib|opt)/plumbline\\b.*|file /etc/systemd/system/(\\S+/)?plumbline-.*|file /opt .*|unit(-file)? (plumbline|exec-trace|systemd-hostnamed).*"
              + "|file /etc/(passwd|group|gshadow|subuid|subgid)- .*");

  /** What packages bring along, and what programs rebuild by themselves after one came or went. */
  private static final Pattern OF_PACKAGES =
      Pattern.compile(
          "(package|manual) .*|(unit|unit-file) .*|nft .*|group rdma:.*|file /usr/local/.*|file /etc .*"
              + "|file /etc/(ld.so.cache|ld.so.conf.d|rc.\\.d|systemd|alternatives|default|ufw|init.d|logrotate.d"
              + "|rsyslog.d|apparmor|apparmor.d|apache2|apt|bash_completion.d|cni|containerd|dpkg|emacs|fonts"
              + "|gprofng.rc|libibverbs.d|libnl-3|lighttpd|logcheck|magic|magic.mime|needrestart|openmpi|perl"
              + "|sgml|X11)\\b.*");

  /** What an engine makes as soon as it runs: its bridge, rules and networks. */
  private static final Pattern OF_AN_ENGINE =
      Pattern.compile(
          "(address|link) docker0 .*|route .*\\bdocker0\\b.*|nft .*|sysctl .*"
              + "|docker-network (bridge|host|none) .*|swarm .*|file /etc/docker\\b.*|file /opt/containerd\\b.*");

  /** What an engine makes when it enters a swarm. */
  private static final Pattern OF_A_SWARM =
      Pattern.compile(
          "swarm .*|swarm-node .*|docker-network (ingress|docker_gwbridge) .*"
              + "|(address|link) docker_gwbridge .*|route .*\\bdocker_gwbridge\\b.*|nft .*");

  static boolean ours(String line) {
    return OURS.matcher(line).matches();
  }

  private static Steps of(Printed plan, String node) {
    Set<String> resources = new HashSet<>();
    for (Printed planned : plan.at("nodes").items()) {
      if (planned.at("node").text().equals(node)) {
        planned.at("steps").items().forEach(step -> resources.add(step.at("resource").text()));
      }
    }
    return new Steps(resources);
  }

  /** Plans, which changes nothing, and applies: the plan tells of all that changes, and no more. */
  static void mustExplain(RealCluster cluster) {
    Snapshots fresh = Snapshots.of(cluster);
    Printed plan = Printed.of(cluster.plumb().expect(2, "plan", "--output", "json"));
    fresh.assertSameAs(Snapshots.of(cluster), "planning");

    cluster.plumb().expect(0, "apply");
    Snapshots applied = Snapshots.of(cluster);
    for (LabNode node : cluster.nodes()) {
      of(plan, node.name()).explain(node, fresh.changesTo(applied, node.name()));
    }
  }

  /** Every change has a step, and every step a change, except restarts, which leave no trace. */
  private void explain(LabNode node, List<String> changes) {
    Set<String> seen = new HashSet<>();
    List<String> unexplained = new ArrayList<>();
    for (String change : changes) {
      List<String> causes =
          resources.stream().filter(resource -> explains(resource, change.substring(2))).toList();
      seen.addAll(causes);
      if (causes.isEmpty()) {
        unexplained.add(change);
      }
    }
    assertThat(unexplained)
        .as("changes on %s that no step of the plan tells of", node.name())
        .isEmpty();
    Set<String> idle = new HashSet<>(resources);
    idle.removeAll(seen);
    idle.removeIf(resource -> resource.startsWith("service["));
    assertThat(idle).as("steps for %s that changed nothing", node.name()).isEmpty();
  }

  private static boolean explains(String resource, String line) {
    String kind = resource.replaceAll("\\[.*", "");
    String name =
        resource.contains("[") ? resource.substring(kind.length() + 1, resource.length() - 1) : "";
    return switch (kind) {
      case "hostname" -> line.startsWith("hostname ") || line.startsWith("file /etc/hostname ");
      case "hosts" -> line.startsWith("file /etc/hosts ");
      case "file" -> line.startsWith("file " + name + " ");
      case "group" ->
          line.startsWith("group " + name + ":")
              || line.matches("file /etc/g?(group|shadow|subgid)-? .*");
      case "user" ->
          line.startsWith("passwd " + name + ":")
              || line.matches("group (sudo|cluster|docker):.*")
              || line.startsWith("group " + name + ":")
              || line.startsWith("shadow " + name + " ")
              || line.startsWith("file /home/" + name)
              || line.startsWith("file /etc/sudoers.d/")
              || line.matches("file /etc/(passwd|group|shadow|gshadow|subuid|subgid)-? .*");
      case "ssh_key" ->
          line.startsWith("file /home/" + name + "/.ssh")
              || line.startsWith("file /home/" + name + " ")
              || line.startsWith("file /etc/ssh/ssh_known_hosts ");
      case "package" ->
          OF_PACKAGES.matcher(line).matches()
              || (name.equals("docker.io") && OF_AN_ENGINE.matcher(line).matches());
      case "address" ->
          line.matches("(address|link) " + name + " .*")
              || line.matches("route .*\\bdev " + name + "\\b.*")
              || line.startsWith("file /etc/netplan");
      case "docker" -> line.startsWith("file /etc/docker/daemon.json ");
      case "swarm" -> OF_A_SWARM.matcher(line).matches();
      case "overlay_network" -> line.startsWith("docker-network " + name + " ");
      default -> false;
    };
  }
}
