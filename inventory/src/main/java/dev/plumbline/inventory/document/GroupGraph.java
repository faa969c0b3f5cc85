package dev.plumbline.inventory.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which group holds which; never with a cycle. */
final class GroupGraph {
  private final Set<String> names;
  private final Map<String, Set<String>> held = new HashMap<>();

  /**
   * @param names in the order of the text
   */
  GroupGraph(Set<String> names) {
    this.names = new LinkedHashSet<>(names);
  }

  Set<String> names() {
    return names;
  }

  /**
   * Adds that {@code outer} holds {@code inner}, unless that would close a cycle.
   *
   * @return the cycle, its first name again at its end; empty if there is none
   */
  List<String> add(String outer, String inner) {
    List<String> back = path(inner, outer);
    if (!back.isEmpty()) {
      List<String> cycle = new ArrayList<>(List.of(outer));
      cycle.addAll(back);
      return cycle;
    }
    held.computeIfAbsent(outer, _ -> new LinkedHashSet<>()).add(inner);
    return List.of();
  }

  /** The groups that hold this one, directly or not. */
  List<String> holders(String inner) {
    return names.stream()
        .filter(outer -> !outer.equals(inner) && !path(outer, inner).isEmpty())
        .toList();
  }

  /** The group itself and those that it holds, directly or not. */
  List<String> heldWithItself(String outer) {
    return names.stream().filter(inner -> !path(outer, inner).isEmpty()).toList();
  }

  /** Every group after all that hold it, else in the order of the text. */
  List<String> outerFirst() {
    Set<String> ordered = new LinkedHashSet<>();
    names.forEach(name -> addAfterHolders(name, ordered));
    return List.copyOf(ordered);
  }

  private void addAfterHolders(String name, Set<String> ordered) {
    if (ordered.contains(name)) {
      return;
    }
    holders(name).forEach(holder -> addAfterHolders(holder, ordered));
    ordered.add(name);
  }

  /** The way down from one group to another, both included; empty if there is none. */
  private List<String> path(String from, String to) {
    if (from.equals(to)) {
      return List.of(from);
    }
    for (String next : held.getOrDefault(from, Set.of())) {
      List<String> rest = path(next, to);
      if (!rest.isEmpty()) {
        List<String> path = new ArrayList<>(List.of(from));
        path.addAll(rest);
        return path;
      }
    }
    return List.of();
  }
}
