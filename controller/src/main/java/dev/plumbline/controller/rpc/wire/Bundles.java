package dev.plumbline.controller.rpc.wire;

import dev.plumbline.controller.model.Bundle;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.LinkedHashMap;
import java.util.Map;

/** Inventories. */
public final class Bundles {
  private Bundles() {}

  public static Bundle read(dev.plumbline.proto.v1.Bundle bundle) {
    Map<String, EncodedCatalog> catalogs = new LinkedHashMap<>();
    bundle
        .getCatalogsList()
        .forEach(catalog -> catalogs.put(catalog.getNode(), Catalogs.read(catalog)));
    return new Bundle(
        bundle.getCluster(),
        bundle.getSource(),
        bundle.getHash(),
        bundle.getNodesList().stream()
            .map(node ->
                new InventoryNode(
                    node.getName(), node.getAddress(), node.getSlots(), node.getGroupsList()))
            .toList(),
        catalogs);
  }
}
