package dev.plumbline.controller.store;

import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import dev.plumbline.resources.codec.CanonicalJson;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Map;

/**
 * The entries of a catalog as one JSON text. Specs stand in it as strings, so that they come back
 * byte for byte.
 */
final class CatalogText {
  private CatalogText() {}

  static String write(EncodedCatalog catalog) {
    return CanonicalJson.array(catalog.entries().stream().map(CatalogText::entry).toList());
  }

  /** The inverse of {@link #write}; the catalog has no secrets. */
  static EncodedCatalog read(String node, String text) {
    List<EncodedCatalog.Entry> entries =
        ((Value.Sequence) JsonReader.read(text, "stored catalog of " + node))
            .items().stream().map(item -> entry((Value.Mapping) item)).toList();
    return CatalogCodec.encoded(node, entries, Map.of());
  }

  private static String entry(EncodedCatalog.Entry entry) {
    return CanonicalJson.object(
        Map.of(
            "after",
            CanonicalJson.array(entry.after().stream().map(CanonicalJson::string).toList()),
            "kind",
            CanonicalJson.string(entry.kind()),
            "name",
            CanonicalJson.string(entry.name()),
            "spec",
            CanonicalJson.string(entry.json()),
            "version",
            Integer.toString(entry.schemaVersion())));
  }

  private static EncodedCatalog.Entry entry(Value.Mapping item) {
    return new EncodedCatalog.Entry(
        text(item, "kind"),
        text(item, "name"),
        Integer.parseInt(text(item, "version")),
        text(item, "spec"),
        ((Value.Sequence) item.get("after").orElseThrow())
            .items().stream().map(after -> ((Value.Scalar) after).text()).toList());
  }

  private static String text(Value.Mapping item, String key) {
    return ((Value.Scalar) item.get(key).orElseThrow()).text();
  }
}
