package dev.plumbline.controller.rpc.wire;

import dev.plumbline.controller.model.RevisedCatalog;
import dev.plumbline.proto.v1.Catalog;
import dev.plumbline.proto.v1.CatalogEntry;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;

/** Catalogs. */
public final class Catalogs {
  private Catalogs() {}

  /** The hash is computed, not believed. */
  public static EncodedCatalog read(Catalog catalog) {
    return CatalogCodec.encoded(
        catalog.getNode(),
        catalog.getEntriesList().stream().map(Catalogs::read).toList(),
        catalog.getSecretsMap());
  }

  private static EncodedCatalog.Entry read(CatalogEntry entry) {
    return new EncodedCatalog.Entry(
        entry.getKind(),
        entry.getName(),
        entry.getSchemaVersion(),
        entry.getSpec(),
        entry.getAfterList());
  }

  static Catalog write(RevisedCatalog revised) {
    EncodedCatalog catalog = revised.catalog();
    return Catalog.newBuilder()
        .setNode(catalog.node())
        .setGeneration(revised.generation())
        .setRevision(revised.revision())
        .setHash(catalog.hash())
        .addAllEntries(catalog.entries().stream().map(Catalogs::write).toList())
        .putAllSecrets(catalog.secrets())
        .build();
  }

  private static CatalogEntry write(EncodedCatalog.Entry entry) {
    return CatalogEntry.newBuilder()
        .setKind(entry.kind())
        .setName(entry.name())
        .setSchemaVersion(entry.schemaVersion())
        .setSpec(entry.json())
        .addAllAfter(entry.after())
        .build();
  }
}
