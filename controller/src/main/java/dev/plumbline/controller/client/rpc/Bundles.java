package dev.plumbline.controller.client.rpc;

import dev.plumbline.controller.client.Desired;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.Catalog;
import dev.plumbline.proto.v1.CatalogEntry;
import dev.plumbline.proto.v1.Node;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.nio.charset.StandardCharsets;

/** Encodes what an inventory says. */
final class Bundles {
  private Bundles() {}

  static Bundle encode(Desired desired) {
    Bundle.Builder bundle =
        Bundle.newBuilder().setCluster(desired.cluster()).setSource(desired.source());
    StringBuilder identity = new StringBuilder(desired.cluster());
    for (Desired.Member member : desired.nodes()) {
      Node node =
          Node.newBuilder()
              .setName(member.node().name())
              .setAddress(member.node().address())
              .setSlots(member.node().slots())
              .addAllGroups(member.groups())
              .build();
      bundle.addNodes(node);
      identity.append('\n').append(member);
    }
    for (dev.plumbline.resources.catalog.Catalog catalog : desired.catalogs()) {
      Catalog encoded = catalog(CatalogCodec.encode(catalog));
      bundle.addCatalogs(encoded);
      identity.append('\n').append(encoded.getNode()).append(' ').append(encoded.getHash());
    }
    return bundle
        .setHash(Secret.digestOf(identity.toString().getBytes(StandardCharsets.UTF_8)))
        .build();
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
