package dev.plumbline.inventory.merge;

import dev.plumbline.resources.value.Value;

/** A value that a layer sets. */
public record Setting(Layer layer, Value value) {
  /** Whether it removes what more general layers set. */
  boolean removes() {
    return value instanceof Value.Scalar scalar && scalar.isNull();
  }
}
