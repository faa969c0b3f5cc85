package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.codec.Json;
import dev.plumbline.resources.docker.DockerSpec;
import dev.plumbline.resources.ip.IpAddress;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of {@link SwarmSpec}. */
final class SwarmChecks {
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^\\]]+)](?::([0-9]+))?|([^:]+):([0-9]+)");
  private static final Pattern NIC_OR_HOST = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}");

  private SwarmChecks() {}

  static void form(Checks checks, String component, Optional<String> address) {
    if (address.isEmpty()) {
      return;
    }
    String text = address.get();
    Matcher split = WITH_PORT.matcher(text);
    String host = text;
    String port = "1";
    if (split.matches()) {
      host = split.group(1) == null ? split.group(3) : split.group(1);
      port =
          Optional.ofNullable(split.group(2))
              .or(() -> Optional.ofNullable(split.group(4)))
              .orElse("1");
    }
    Optional<IpAddress> ip = Addresses.parse(host);
    checks
        .that(
            (ip.isPresent() || NIC_OR_HOST.matcher(host).matches()) && isPort(port),
            "swarm-address",
            component,
            "'" + text + "' is not an address or NIC, with or without port")
        .that(
            component.equals("listen") || !ip.map(IpAddress::isLoopback).orElse(false),
            "swarm-loopback",
            component,
            "other nodes cannot reach " + text);
  }

  private static boolean isPort(String text) {
    return text.length() <= 5 && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535;
  }

  static void labels(Checks checks, Map<String, String> labels) {
    checks.that(
        labels.keySet().stream().noneMatch(key -> key.isBlank() || key.contains("=")),
        "swarm-label",
        "labels",
        "the name of a label is not empty, and has no '='");
  }

  static void cluster(SwarmSpec spec, Cluster cluster, Checks checks) {
    boolean managed =
        cluster.specs(SwarmSpec.class).values().stream()
            .flatMap(specs -> specs.values().stream())
            .anyMatch(other -> other.role() == Role.MANAGER);
    checks.that(
        managed || spec.role() != Role.WORKER,
        "swarm-no-manager",
        "role",
        "a worker needs a manager, and no node of this inventory has swarm: {role: manager}");
    boolean liveRestore =
        cluster.specs(DockerSpec.class).getOrDefault(cluster.self(), Map.of()).values().stream()
            .anyMatch(docker -> new Json.Flag(true).equals(docker.daemon().get("live-restore")));
    checks.that(
        !liveRestore || spec.role() == Role.NONE,
        "swarm-live-restore",
        "role",
        "an engine with docker: {daemon: {live-restore: true}} cannot be in a swarm");
  }
}
