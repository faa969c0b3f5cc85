package dev.plumbline.resources;

import java.util.Map;
import java.util.Set;

/**
 * A spec that needs files which are too large to travel within it: an image of containers. They
 * travel beside the catalog, named by their hash, once per node; {@link Sourced} is for small ones.
 *
 * @param <S> the spec's own type
 */
public interface Carrying<S extends Spec> extends Spec {
  /**
   * The files that are still to be looked at, as {@link Sourced#sources()} has them. Empty after
   * {@link #carry}.
   */
  Map<String, String> files();

  /**
   * The same spec with the hash of each file in place of its path. Pure. Called before {@link
   * Expandable#expand}.
   *
   * @param contents by component, of every file that {@link #files()} named
   */
  S carry(Map<String, Carried> contents);

  /** What the node of this spec may fetch. */
  Set<Carried> carried();
}
