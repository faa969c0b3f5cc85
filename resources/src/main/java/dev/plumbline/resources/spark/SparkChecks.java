package dev.plumbline.resources.spark;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ip.IpAddress;
import dev.plumbline.resources.overlay_networks.OverlayNetworkSpec;
import dev.plumbline.resources.swarm.SwarmSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with what is said of Spark. Pure. */
final class SparkChecks {
  private static final Pattern IMAGE =
      Pattern.compile("[a-z0-9]+(?:[._/:-]+[A-Za-z0-9]+)*(?:@sha256:[0-9a-f]{64})?");
  private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
  private static final int MOST_CORES = 4096;

  private SparkChecks() {}

  static Checks of(
      Role role,
      Optional<String> image,
      Optional<String> network,
      Optional<String> user,
      Optional<Integer> cores,
      Optional<String> page) {
    boolean any = role != Role.NONE;
    return new Checks()
        .that(
            !any || (image.isPresent() && network.isPresent() && user.isPresent()),
            "spark-lacks",
            "",
            "a node with Spark says its image, its network and its user")
        .that(
            image.isEmpty() || IMAGE.matcher(image.get()).matches(),
            "spark-image",
            "image",
            "'" + image.orElse("") + "' is not a name of an image")
        .that(
            user.isEmpty() || (USER.matcher(user.get()).matches() && !user.get().equals("root")),
            "spark-user",
            "user",
            "Spark runs as a user of the node that is not root")
        .that(
            cores.isEmpty() || (cores.get() > 0 && cores.get() <= MOST_CORES),
            "spark-cores",
            "cores",
            "a worker gives 1 to " + MOST_CORES + " cores")
        .that(
            page.isEmpty() || isAddress(page.get()),
            "spark-page",
            "page",
            "'" + page.orElse("") + "' is not an IP address");
  }

  private static boolean isAddress(String text) {
    try {
      IpAddress.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The nodes that lead. */
  static List<String> masters(Cluster cluster) {
    return cluster.specs(SparkSpec.class).entrySet().stream()
        .filter(node -> node.getValue().values().stream().anyMatch(spec -> spec.role().leads()))
        .map(Map.Entry::getKey)
        .toList();
  }

  static void cluster(SparkSpec spec, Cluster cluster, Checks checks) {
    if (spec.role() == Role.NONE) {
      return;
    }
    List<String> masters = masters(cluster);
    String self = cluster.self();
    checks
        .that(
            !masters.isEmpty(),
            "spark-no-master",
            "role",
            "no node is the master of Spark: say spark: {role: master} of one")
        .that(
            !spec.role().leads() || masters.indexOf(self) <= 0,
            "spark-two-masters",
            "role",
            "Spark has one master, and " + masters.stream().findFirst().orElse("") + " is it")
        .that(
            cluster.specs(SwarmSpec.class).containsKey(self),
            "spark-swarm",
            "",
            "the parts of Spark reach each other through a network of the swarm: say swarm of "
                + self
                + " too");
    network(spec, cluster, checks);
    cluster
        .specs(SparkSpec.class)
        .getOrDefault(masters.stream().findFirst().orElse(""), Map.of())
        .values()
        .forEach(master ->
            checks.that(
                master.network().equals(spec.network())
                    && master.image().equals(spec.image())
                    && master.user().equals(spec.user()),
                "spark-unlike-master",
                "",
                "image, network and user of Spark are those of its master on all nodes"));
  }

  private static void network(SparkSpec spec, Cluster cluster, Checks checks) {
    Optional<OverlayNetworkSpec> network =
        cluster.specs(OverlayNetworkSpec.class).values().stream()
            .flatMap(ofNode -> ofNode.values().stream())
            .filter(each -> spec.network().filter(each.name()::equals).isPresent())
            .findFirst();
    checks.that(
        network.flatMap(OverlayNetworkSpec::attachable).orElse(false),
        "spark-network",
        "network",
        "there is no overlay network '"
            + spec.network().orElse("")
            + "' for single containers: say overlay_networks: {"
            + spec.network().orElse("NAME")
            + ": {attachable: true}} of a manager");
  }
}
