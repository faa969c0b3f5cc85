package dev.plumbline.controller.client.rpc;

import dev.plumbline.controller.client.Desired;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.Catalog;
import dev.plumbline.proto.v1.CatalogEntry;
import dev.plumbline.proto.v1.Node;
import dev.plumbline.resources.catalog.EncodedCatalog;

/** Encodes what an inventory says. */
final class Bundles {
  private Bundles() {}

  static Bundle encode(Desired desired) {
    Bundle.Builder bundle =
        Bundle.newBuilder()
            .setCluster(desired.cluster())
            .setSource(desired.source())
            .setHash(desired.hash())
            .addAllInputs(InputsOnWire.encode(desired.readings()));
    for (Desired.Member member : desired.nodes()) {
      bundle.addNodes(
          Node.newBuilder()
              .setName(member.node().name())
              .setAddress(member.node().address())
              .setSlots(member.node().slots())
              .addAllGroups(member.groups()));
    }
    desired.catalogs().forEach(catalog -> bundle.addCatalogs(catalog(catalog)));
    return bundle.build();
  }

  private static Catalog catalog(EncodedCatalog encoded) {
    Catalog.Builder catalog =
        Catalog.newBuilder()
            .setNode(encoded.node())
            .setHash(encoded.hash())
            .putAllSecrets(encoded.secrets());
    for (EncodedCatalog.Entry entry : encoded.entries()) {
      catalog.addEntries(
          CatalogEntry.newBuilder()
              .setKind(entry.kind())
              .setName(entry.name())
              .setSchemaVersion(entry.schemaVersion())
              .setSpec(entry.json())
              .addAllAfter(entry.after()));
    }
    return catalog.build();
  }
}
