package dev.plumbline.controller.job.content;

import dev.plumbline.controller.model.Bundle;
import dev.plumbline.resources.Carried;
import dev.plumbline.resources.Carrying;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What travels beside catalogs: who may fetch it, and that it stays. Jobs have their own. */
public final class Cargo implements Access {
  private final Registry registry;
  private final Access jobs;
  private final Supplier<Set<String>> needed;
  private volatile Map<String, Set<String>> nodes = Map.of();

  /**
   * @param jobs says the same of the files of jobs
   * @param needed hashes that jobs need
   */
  public Cargo(Registry registry, Access jobs, Supplier<Set<String>> needed) {
    this.registry = registry;
    this.jobs = jobs;
    this.needed = needed;
  }

  /**
   * From now on the nodes of this inventory may have what their catalogs name.
   *
   * @throws IllegalArgumentException if a catalog cannot be read: builds differ
   */
  public void know(Bundle bundle) {
    Map<String, Set<String>> known = new HashMap<>();
    bundle.catalogs().forEach((node, catalog) -> known.put(node, hashes(catalog)));
    nodes = Map.copyOf(known);
  }

  private Set<String> hashes(EncodedCatalog catalog) {
    List<EncodedCatalog.Entry> carrying =
        catalog.entries().stream().filter(entry -> mayCarry(entry.kind())).toList();
    Catalog open =
        CatalogCodec.decode(
            CatalogCodec.encoded(catalog.node(), carrying, catalog.secrets()), registry);
    Set<String> hashes = new HashSet<>();
    for (Catalog.Entry entry : open.entries()) {
      if (entry.spec() instanceof Carrying<?> spec) {
        spec.carried().stream().map(Carried::hash).forEach(hashes::add);
      }
    }
    return hashes;
  }

  private boolean mayCarry(String kind) {
    return registry
        .bySingular(kind)
        .filter(type -> Carrying.class.isAssignableFrom(type.codec().type()))
        .isPresent();
  }

  /** All hashes that must stay. */
  public Set<String> needed() {
    Set<String> all = new HashSet<>(needed.get());
    nodes.values().forEach(all::addAll);
    return all;
  }

  @Override
  public boolean mayFetch(String node, String hash) {
    return nodes.getOrDefault(node, Set.of()).contains(hash) || jobs.mayFetch(node, hash);
  }

  @Override
  public boolean mayDeliver(String node) {
    return jobs.mayDeliver(node);
  }

  @Override
  public void fetched(String node, String hash, long bytes) {
    jobs.fetched(node, hash, bytes);
  }
}
