package dev.plumbline.resources.overlay_networks;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.host.engine.EngineNetwork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differs in a network. Pure. */
final class NetworkDiff {
  static final String DRIVER = "overlay";
  private static final String NUMBER = "com.docker.network.driver.overlay.vxlanid_list";

  private NetworkDiff() {}

  static boolean isOverlay(EngineNetwork network) {
    return network.driver().equals(DRIVER) && network.swarm();
  }

  /** The options of a network that somebody chose. */
  static Map<String, String> chosen(EngineNetwork network) {
    Map<String, String> chosen = new HashMap<>(network.options());
    chosen.remove(NUMBER);
    return chosen;
  }

  static List<Change> of(OverlayNetworkSpec spec, OverlayNetworkObservation observed) {
    if (!observed.known()) {
      return List.of(new Change.KnownAfterApply("state", null, "the Docker engine runs"));
    }
    Optional<EngineNetwork> network = observed.network();
    if (spec.state() == NetworkState.ABSENT || network.isEmpty()) {
      NetworkState there = network.isPresent() ? NetworkState.PRESENT : NetworkState.ABSENT;
      return there == spec.state()
          ? List.of()
          : List.of(Change.of("state", there.word(), spec.state().word()));
    }
    EngineNetwork there = network.get();
    List<Change> changes = new ArrayList<>();
    if (!isOverlay(there)) {
      changes.add(Change.of("driver", there.driver(), DRIVER));
    }
    flag(changes, "attachable", there.attachable(), spec.attachable());
    flag(changes, "internal", there.internal(), spec.internal());
    flag(
        changes,
        OverlayNetworkSpec.ENCRYPTED,
        there.options().containsKey(OverlayNetworkSpec.ENCRYPTED),
        spec.encrypted());
    spec.subnet()
        .map(Subnet::toString)
        .filter(wanted -> !there.subnet().equals(Optional.of(wanted)))
        .ifPresent(wanted -> changes.add(Change.of("subnet", there.subnet().orElse(null), wanted)));
    spec.options()
        .forEach((key, value) -> {
          if (!value.equals(there.options().get(key))) {
            changes.add(Change.of("options." + key, there.options().get(key), value));
          }
        });
    return changes;
  }

  private static void flag(
      List<Change> changes, String attribute, boolean is, Optional<Boolean> wanted) {
    wanted
        .filter(value -> value != is)
        .ifPresent(value -> changes.add(Change.of(attribute, is, value)));
  }
}
