package dev.plumbline.resources.catalog;

import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Linked;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    return entries.stream().map(Entry::id).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The resources of this catalog that come before that entry: what it requires, and what it only
   * follows.
   */
  public Set<ResourceId> before(Entry entry) {
    Set<ResourceId> ids = ids();
    Set<ResourceId> before = required(entry);
    before.addAll(entry.spec().follows(ids));
    return here(before, entry, ids);
  }

  /**
   * The resources of this catalog that must be right before that entry, by the spec or by the user.
   */
  public Set<ResourceId> required(Entry entry) {
    Set<ResourceId> ids = ids();
    Set<ResourceId> required = new LinkedHashSet<>(entry.spec().requires(ids));
    required.addAll(entry.after());
    return here(required, entry, ids);
  }

  private static Set<ResourceId> here(Set<ResourceId> named, Entry entry, Set<ResourceId> ids) {
    named.retainAll(ids);
    named.remove(entry.id());
    return named;
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
