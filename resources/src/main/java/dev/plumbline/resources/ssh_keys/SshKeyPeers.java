package dev.plumbline.resources.ssh_keys;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.hostname.NodeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nodes that a user trusts, and the keys that they publish. */
final class SshKeyPeers {
  static final String PUBLIC_KEY = "public_key";
  static final String HOST_KEYS = "host_keys";

  private SshKeyPeers() {}

  static SshKeySpec expand(SshKeySpec spec, Cluster cluster, Checks checks) {
    Map<String, Peer> peers = new LinkedHashMap<>(spec.peers());
    spec.peers()
        .forEach((name, peer) ->
            checks.that(
                peer.isWhole(),
                "ssh-key-peer-keys",
                "peers." + name,
                "give 'public_key' and 'host_keys' of "
                    + name
                    + ": only nodes of 'trust' send theirs"));
    Map<String, Map<String, SshKeySpec>> declared = cluster.specs(SshKeySpec.class);
    for (int i = 0; i < spec.trust().size(); i++) {
      String selector = spec.trust().get(i);
      Optional<List<Cluster.Node>> nodes = cluster.select(selector);
      checks.that(
          nodes.isPresent(),
          "ssh-key-unknown-node",
          "trust." + i,
          "'" + selector + "' is no node and no group of this inventory");
      for (Cluster.Node node : nodes.orElse(List.of())) {
        SshKeySpec theirs = declared.getOrDefault(node.name(), Map.of()).get(spec.user());
        checks.that(
            theirs != null && theirs.keyPair(),
            "ssh-key-untrustable",
            "trust." + i,
            "node "
                + node.name()
                + " has no key pair of "
                + spec.user()
                + " to trust: add ssh_keys: {"
                + spec.user()
                + ": {}} there");
        peers.put(node.name(), new Peer(names(node, cluster), Optional.empty(), List.of()));
      }
    }
    return spec.withPeers(peers);
  }

  private static List<String> names(Cluster.Node node, Cluster cluster) {
    List<String> names = new ArrayList<>();
    // ssh looks for the name in lower case.
    NodeNames.of(node, cluster).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    names.add(node.address());
    return names.stream().distinct().toList();
  }

  static Set<ExportKey> needs(SshKeySpec spec) {
    Set<ExportKey> needs = new HashSet<>();
    spec.peers()
        .forEach((node, peer) -> {
          if (peer.publicKey().isEmpty()) {
            needs.add(new ExportKey(node, spec.id(), PUBLIC_KEY));
          }
          if (peer.hostKeys().isEmpty()) {
            needs.add(new ExportKey(node, spec.id(), HOST_KEYS));
          }
        });
    return Set.copyOf(needs);
  }

  static SshKeySpec link(SshKeySpec spec, Exports exports) {
    Map<String, Peer> linked = new LinkedHashMap<>();
    spec.peers()
        .forEach((node, peer) ->
            linked.put(
                node,
                new Peer(
                    peer.names(),
                    peer.publicKey()
                        .or(() ->
                            keys(exports.find(new ExportKey(node, spec.id(), PUBLIC_KEY))).stream()
                                .findFirst()),
                    peer.hostKeys().isEmpty()
                        ? keys(exports.find(new ExportKey(node, spec.id(), HOST_KEYS)))
                        : peer.hostKeys())));
    return spec.withPeers(linked);
  }

  /**
   * What a node published, one key per line. A node could publish anything: what is not a bare key
   * is not taken, so that no node can speak for another.
   */
  private static List<PublicKey> keys(Optional<Export> export) {
    List<PublicKey> keys = new ArrayList<>();
    for (String line : export.map(Export::value).orElse("").lines().toList()) {
      try {
        keys.add(PublicKey.parse(line).bare());
      } catch (IllegalArgumentException e) {
        return List.of();
      }
    }
    return keys;
  }
}
