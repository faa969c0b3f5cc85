package dev.plumbline.resources.catalog;

import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Linked;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * All specs of one node.
 *
 * @param node the node's name
 * @param entries one per resource; ids are unique
 */
public record Catalog(String node, List<Entry> entries) {
  public Catalog {
    entries = List.copyOf(entries);
  }

  /**
   * One resource of the node.
   *
   * @param after resources that the user put before this one with {@code after}
   */
  public record Entry(ResourceId id, Spec spec, Set<ResourceId> after) {
    public Entry {
      after = Set.copyOf(after);
    }

    /** The exports of other nodes that the spec still lacks. */
    public Set<ExportKey> needs() {
      return spec instanceof Linked<?> linked ? linked.needs() : Set.of();
    }

    /** The exports of other nodes that change the spec, also those that it can do without. */
    public Set<ExportKey> takes() {
      return spec instanceof Linked<?> linked ? linked.takes() : Set.of();
    }
  }

  public Set<ResourceId> ids() {
    Set<ResourceId> ids = new HashSet<>();
    entries.forEach(entry -> ids.add(entry.id()));
    return Collections.unmodifiableSet(ids);
  }

  /**
   * For each resource those of this catalog that come before it: what it requires, and what it only
   * follows.
   */
  public Map<ResourceId, Set<ResourceId>> before() {
    Set<ResourceId> ids = ids();
    return ofEach(
        ids,
        entry -> {
          Set<ResourceId> before = required(entry, ids);
          before.addAll(entry.spec().follows(ids));
          return before;
        });
  }

  /**
   * For each resource those of this catalog that must be right before it, by the spec or by the
   * user.
   */
  public Map<ResourceId, Set<ResourceId>> required() {
    Set<ResourceId> ids = ids();
    return ofEach(ids, entry -> required(entry, ids));
  }

  private static Set<ResourceId> required(Entry entry, Set<ResourceId> ids) {
    Set<ResourceId> required = new LinkedHashSet<>(entry.spec().requires(ids));
    required.addAll(entry.after());
    return required;
  }

  private Map<ResourceId, Set<ResourceId>> ofEach(
      Set<ResourceId> ids, Function<Entry, Set<ResourceId>> named) {
    Map<ResourceId, Set<ResourceId>> each = new HashMap<>();
    for (Entry entry : entries) {
      Set<ResourceId> others = named.apply(entry);
      others.removeIf(id -> !ids.contains(id) || id.equals(entry.id()));
      each.put(entry.id(), others);
    }
    return each;
  }

  /** The same catalog with the known exports filled in. Pure. */
  public Catalog link(Exports exports) {
    return new Catalog(
        node,
        entries.stream()
            .map(entry ->
                entry.spec() instanceof Linked<?> linked
                    ? new Entry(entry.id(), linked.link(exports), entry.after())
                    : entry)
            .toList());
  }
}
