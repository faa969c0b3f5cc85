package dev.plumbline.agent.rpc.wire;

import dev.plumbline.agent.journal.Assignment;
import dev.plumbline.proto.v1.Catalog;
import dev.plumbline.proto.v1.CatalogEntry;
import dev.plumbline.resources.catalog.EncodedCatalog;

/** Catalogs that come. */
final class Catalogs {
  private Catalogs() {}

  static Assignment read(Catalog catalog) {
    return new Assignment(
        new EncodedCatalog(
            catalog.getNode(),
            catalog.getEntriesList().stream().map(Catalogs::read).toList(),
            catalog.getHash(),
            catalog.getSecretsMap()),
        catalog.getGeneration(),
        catalog.getRevision());
  }

  private static EncodedCatalog.Entry read(CatalogEntry entry) {
    return new EncodedCatalog.Entry(
        entry.getKind(),
        entry.getName(),
        entry.getSchemaVersion(),
        entry.getSpec(),
        entry.getAfterList());
  }
}
