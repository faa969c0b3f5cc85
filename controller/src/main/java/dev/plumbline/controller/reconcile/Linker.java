package dev.plumbline.controller.reconcile;

import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Linked;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Links exports into catalogs. Only resources of kinds that can be linked are decoded; all others
 * pass through as they came.
 */
public final class Linker {
  private final Registry registry;

  public Linker(Registry registry) {
    this.registry = registry;
  }

  /**
   * Decodes what linking needs of a catalog.
   *
   * @throws IllegalArgumentException if a kind is unknown or a spec is not valid: builds differ
   */
  public Wanted prepare(EncodedCatalog catalog) {
    List<EncodedCatalog.Entry> linkable =
        catalog.entries().stream().filter(entry -> isLinkable(entry.kind())).toList();
    Catalog open =
        CatalogCodec.decode(
            CatalogCodec.encoded(catalog.node(), linkable, catalog.secrets()), registry);
    Set<ExportKey> takes = new HashSet<>();
    open.entries().forEach(entry -> takes.addAll(entry.takes()));
    return new Wanted(catalog, open, takes);
  }

  /** Fills in what is known. */
  public LinkedCatalog link(Wanted wanted, Exports exports) {
    if (wanted.takes().isEmpty()) {
      return new LinkedCatalog(wanted.whole(), Map.of(), Map.of());
    }
    Catalog open = wanted.open().link(exports);
    Map<ResourceId, Set<ExportKey>> missing = new HashMap<>();
    open.entries().stream()
        .filter(entry -> !entry.needs().isEmpty())
        .forEach(entry -> missing.put(entry.id(), entry.needs()));
    Map<ExportKey, String> linked = new HashMap<>();
    wanted
        .takes()
        .forEach(key -> exports.find(key).ifPresent(export -> linked.put(key, digest(export))));
    return new LinkedCatalog(merge(wanted.whole(), open), missing, linked);
  }

  /** The digest by which an export's value is told from another. */
  public static String digest(Export export) {
    return Secret.digestOf(export.value().getBytes(StandardCharsets.UTF_8));
  }

  private EncodedCatalog merge(EncodedCatalog whole, Catalog linked) {
    EncodedCatalog encoded = CatalogCodec.encode(linked, registry);
    Map<ResourceId, EncodedCatalog.Entry> replaced = new LinkedHashMap<>();
    encoded.entries().forEach(entry -> replaced.put(id(entry), entry));
    List<EncodedCatalog.Entry> entries = new ArrayList<>();
    whole.entries().forEach(entry -> entries.add(replaced.getOrDefault(id(entry), entry)));
    Map<String, String> secrets = new HashMap<>(whole.secrets());
    secrets.putAll(encoded.secrets());
    return CatalogCodec.encoded(whole.node(), entries, secrets);
  }

  private static ResourceId id(EncodedCatalog.Entry entry) {
    return new ResourceId(entry.kind(), entry.name());
  }

  private boolean isLinkable(String kind) {
    return registry
        .bySingular(kind)
        .map(type -> Linked.class.isAssignableFrom(type.codec().type()))
        .orElseThrow(() -> new IllegalArgumentException("this build does not know " + kind));
  }
}
