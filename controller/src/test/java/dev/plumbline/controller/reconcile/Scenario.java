package dev.plumbline.controller.reconcile;

import dev.plumbline.controller.kinds.RelaySpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A cluster of relays. Values go round in circles only where none of them exists yet: otherwise
 * each would change the next for ever.
 *
 * @param relays by node
 * @param offline nodes without a session
 * @param broken relays, as {@code node/name}, that fail
 * @param forgotten relays that had a secret value before the controller started
 */
record Scenario(
    Map<String, List<RelaySpec>> relays,
    Set<String> offline,
    Set<String> broken,
    Set<String> forgotten) {

  /** Relays take values of any other, also round in circles. */
  static Scenario random(long seed) {
    Random random = new Random(seed);
    int size = 1 + random.nextInt(8);
    List<String> places = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < 1 + random.nextInt(2); j++) {
        places.add("n" + i + "/r" + j);
      }
    }
    Map<String, List<RelaySpec>> relays = new LinkedHashMap<>();
    Set<String> offline = new HashSet<>();
    Set<String> broken = new HashSet<>();
    Set<String> forgotten = new HashSet<>();
    for (String place : places) {
      String[] parts = place.split("/", -1);
      Set<String> takes = new HashSet<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        takes.add(places.get(random.nextInt(places.size())));
      }
      relays.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(RelaySpec.of(parts[1], takes));
      if (random.nextInt(10) == 0) {
        offline.add(parts[0]);
      }
      if (random.nextInt(10) == 0) {
        broken.add(place);
      }
      if (random.nextInt(5) == 0) {
        forgotten.add(place);
      }
    }
    Scenario healthy = new Scenario(relays, Set.of(), Set.of(), Set.of());
    forgotten.removeIf(place -> !healthy.isSound(place.substring(0, place.indexOf('/'))));
    return new Scenario(relays, offline, broken, forgotten);
  }

  /** Whether a node's relays can all work, however its neighbours do. */
  boolean isSound(String node) {
    return !offline.contains(node)
        && of(node).stream().allMatch(relay -> isSound(node, relay, Set.of()));
  }

  private boolean isSound(String node, RelaySpec relay, Set<String> path) {
    String place = node + "/" + relay.name();
    if (path.contains(place) || offline.contains(node) || broken.contains(place)) {
      return false;
    }
    Set<String> longer = new HashSet<>(path);
    longer.add(place);
    return relay.sources().stream()
        .allMatch(taken -> {
          String[] parts = taken.split("/", -1);
          return of(parts[0]).stream()
              .filter(other -> other.name().equals(parts[1]))
              .allMatch(other -> isSound(parts[0], other, longer));
        });
  }

  private List<RelaySpec> of(String node) {
    return relays.getOrDefault(node, List.of());
  }
}
