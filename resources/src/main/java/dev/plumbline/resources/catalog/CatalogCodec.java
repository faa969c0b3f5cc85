package dev.plumbline.resources.catalog;

import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.codec.CanonicalJson;
import dev.plumbline.resources.codec.Encoded;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.codec.SecretSource;
import dev.plumbline.resources.value.Problem;
import dev.plumbline.resources.value.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Encodes catalogs for the wire, and decodes them strictly with each kind's own codec. */
public final class CatalogCodec {
  private CatalogCodec() {}

  /** Encodes a catalog of the standard kinds. */
  public static EncodedCatalog encode(Catalog catalog) {
    return encode(catalog, ResourceTypes.standard());
  }

  public static EncodedCatalog encode(Catalog catalog, Registry registry) {
    Map<String, String> secrets = new HashMap<>();
    List<EncodedCatalog.Entry> entries = new ArrayList<>();
    for (Catalog.Entry entry : catalog.entries()) {
      ResourceType<?> type = registry.bySingular(entry.id().kind()).orElseThrow();
      Encoded spec = encodeSpec(type, entry.spec());
      secrets.putAll(spec.secrets());
      List<String> after = entry.after().stream().map(ResourceId::toString).sorted().toList();
      entries.add(
          new EncodedCatalog.Entry(
              type.singular(), entry.id().name(), type.schemaVersion(), spec.json(), after));
    }
    return encoded(catalog.node(), entries, secrets);
  }

  /** A catalog of entries that are encoded already, with its hash. */
  public static EncodedCatalog encoded(
      String node, List<EncodedCatalog.Entry> entries, Map<String, String> secrets) {
    return new EncodedCatalog(node, entries, hash(entries), secrets);
  }

  /** Decodes a catalog of the standard kinds. */
  public static Catalog decode(EncodedCatalog encoded) {
    return decode(encoded, ResourceTypes.standard());
  }

  /**
   * The inverse of {@link #encode(Catalog, Registry)}.
   *
   * @throws IllegalArgumentException if the agent does not know a kind or version, or a spec is not
   *     valid: builds differ
   */
  public static Catalog decode(EncodedCatalog encoded, Registry registry) {
    Problems problems = new Problems();
    List<Catalog.Entry> entries = new ArrayList<>();
    for (EncodedCatalog.Entry entry : encoded.entries()) {
      ResourceId id = new ResourceId(entry.kind(), entry.name());
      ResourceType<?> type =
          registry
              .bySingular(entry.kind())
              .filter(known -> known.schemaVersion() == entry.schemaVersion())
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "this build does not know "
                          + entry.kind()
                          + " version "
                          + entry.schemaVersion()));
      Set<ResourceId> after = new HashSet<>();
      entry.after().forEach(printed -> after.add(ResourceId.parse(printed)));
      type.codec()
          .decode(
              entry.name(),
              JsonReader.read(entry.json(), id.toString()),
              SecretSource.of(encoded.secrets()),
              problems)
          .ifPresent(spec -> entries.add(new Catalog.Entry(id, (Spec) spec, after)));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.sorted().stream().map(Problem::toString).collect(Collectors.joining("; ")));
    }
    return new Catalog(encoded.node(), entries);
  }

  private static <S extends Record & Spec> Encoded encodeSpec(ResourceType<S> type, Spec spec) {
    return type.codec().encode(type.codec().type().cast(spec));
  }

  private static String hash(List<EncodedCatalog.Entry> entries) {
    String all =
        entries.stream()
            .map(entry ->
                CanonicalJson.object(
                    Map.of(
                        "after",
                            CanonicalJson.array(
                                entry.after().stream().map(CanonicalJson::string).toList()),
                        "kind", CanonicalJson.string(entry.kind()),
                        "name", CanonicalJson.string(entry.name()),
                        "spec", entry.json(),
                        "version", Integer.toString(entry.schemaVersion()))))
            .sorted()
            .collect(Collectors.joining(",", "[", "]"));
    return Secret.digestOf(all.getBytes(StandardCharsets.UTF_8));
  }
}
