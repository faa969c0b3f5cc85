package dev.plumbline.controller.model;

import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.ResourceId;

/** A value that a resource of some node publishes. */
public record Exported(ResourceId resource, Export export) {
  public ExportKey key(String node) {
    return new ExportKey(node, resource, export.attribute());
  }
}
