package dev.plumbline.resources.docker;

import dev.plumbline.resources.codec.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which keys an engine reads while it runs (dockerd(8), "Configuration reload behavior"; the list
 * is that of Docker 20.10, and later ones only add to it).
 */
final class DaemonKeys {
  private static final Set<String> RELOADED =
      Set.of(
          "allow-nondistributable-artifacts",
          "debug",
          "default-runtime",
          "features",
          "insecure-registries",
          "labels",
          "live-restore",
          "max-concurrent-downloads",
          "max-concurrent-uploads",
          "max-download-attempts",
          "registry-mirrors",
          "runtimes",
          "shutdown-timeout");

  private DaemonKeys() {}

  /**
   * What it takes to get from one file to the other. A key that goes needs a restart: a reload
   * leaves the engine what it had.
   */
  static Takeover between(Optional<Json> before, Json.Members after) {
    Map<String, Json> old =
        before.orElse(null) instanceof Json.Members members ? members.members() : Map.of();
    Set<String> keys = new HashSet<>(old.keySet());
    keys.addAll(after.members().keySet());
    Takeover needed = Takeover.NONE;
    for (String key : keys) {
      Json to = after.members().get(key);
      if (to == null || !to.equals(old.get(key))) {
        needed =
            needed.and(to != null && RELOADED.contains(key) ? Takeover.RELOAD : Takeover.RESTART);
      }
    }
    return needed;
  }
}
