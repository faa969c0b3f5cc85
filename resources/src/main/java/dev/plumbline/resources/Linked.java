package dev.plumbline.resources;

import java.util.Set;

/**
 * A spec that needs values which other resources export: another node's public key, the swarm's
 * join token. Until all of them are there the resource is Waiting, and is never planned.
 *
 * @param <S> the spec's own type
 */
public interface Linked<S extends Spec> extends Spec {
  /** The exports that this spec still lacks; empty when it can be applied as it is. */
  Set<ExportKey> needs();

  /**
   * The same spec with the given exports filled in. Pure; {@link #needs()} of the result holds what
   * was not given.
   */
  S link(Exports exports);
}
