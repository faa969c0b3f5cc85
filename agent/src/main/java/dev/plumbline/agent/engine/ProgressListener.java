package dev.plumbline.agent.engine;

import dev.plumbline.resources.ResourceId;

/** Hears what work on a resource that takes time does now. */
@FunctionalInterface
public interface ProgressListener {
  ProgressListener NONE = (id, what) -> {};

  void now(ResourceId id, String what);
}
