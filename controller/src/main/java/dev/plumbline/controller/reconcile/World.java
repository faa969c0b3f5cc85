package dev.plumbline.controller.reconcile;

import dev.plumbline.controller.model.Verb;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import java.util.Optional;
import java.util.Set;

/** Everything that a decision may depend on. Reading it changes nothing. */
public interface World {
  Verb verb();

  /** The number of the inventory version that the run is about. */
  long generation();

  NodeView node(String name);

  /** The values that are at hand. */
  Exports exports();

  /** The digest of an export that was published before, also where its value is not at hand. */
  Optional<String> digest(ExportKey key);

  /** The exports of a node that selected nodes take in. */
  Set<ExportKey> takenOf(String node);

  /** The job that runs on a node, as people call it: nothing is changed under it. */
  default Optional<String> job(String node) {
    return Optional.empty();
  }

  /** Monotonic time in nanoseconds. */
  long now();
}
