package dev.plumbline.resources;

import java.util.Optional;

/** The exports that are known at the moment of linking. */
@FunctionalInterface
public interface Exports {
  /** No export is known. */
  Exports NONE = key -> Optional.empty();

  Optional<Export> find(ExportKey key);
}
