package dev.plumbline.resources.ssh_keys;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The lines that our blocks must hold. What a peer has published before stays as it is while its
 * export is not at hand.
 */
final class SshKeyLines {
  private SshKeyLines() {}

  /** Our block of authorized_keys; empty if there must be none. */
  static Optional<String> authorized(SshKeySpec spec, Optional<String> observed) {
    StringBuilder lines = new StringBuilder();
    peers(spec)
        .forEach((node, peer) -> {
          String comment = spec.user() + "@" + node;
          peer.publicKey()
              .ifPresentOrElse(
                  key -> lines.append(key.withComment(comment)).append('\n'),
                  () -> keep(observed, line -> line.endsWith(" " + comment), lines));
        });
    spec.authorized().forEach(key -> lines.append(key).append('\n'));
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.toString());
  }

  /** Our block of the known hosts; empty if there must be none. */
  static Optional<String> knownHosts(SshKeySpec spec, Optional<String> observed) {
    StringBuilder lines = new StringBuilder();
    peers(spec)
        .forEach((_, peer) -> {
          peer.hostKeys()
              .forEach(key -> lines.append(peer.knownAs()).append(' ').append(key).append('\n'));
          if (peer.hostKeys().isEmpty()) {
            keep(observed, line -> line.startsWith(peer.knownAs() + " "), lines);
          }
        });
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.toString());
  }

  private static Map<String, Peer> peers(SshKeySpec spec) {
    return new TreeMap<>(spec.peers());
  }

  private static void keep(
      Optional<String> observed, Predicate<String> ofPeer, StringBuilder lines) {
    observed.stream()
        .flatMap(String::lines)
        .filter(ofPeer)
        .forEach(line -> lines.append(line).append('\n'));
  }
}
