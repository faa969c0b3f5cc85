package dev.plumbline.resources;

import java.util.Set;

/**
 * A spec that needs values which other resources export: another node's public key, the swarm's
 * join token. Until all of them are there the resource is Waiting, and is not planned unless it
 * {@linkplain #appliesInPart() applies in part}.
 *
 * @param <S> the spec's own type
 */
public interface Linked<S extends Spec> extends Spec {
  /** The exports that this spec still lacks; empty when it can be applied whole. */
  Set<ExportKey> needs();

  /**
   * The exports that this spec takes in where they are known: those that it needs, and those
   * without which it can be applied whole too. When one of them changes, the spec is linked again.
   */
  default Set<ExportKey> takes() {
    return needs();
  }

  /**
   * Whether what does not depend on the missing exports is applied without them. Where two nodes
   * wait for a value of each other's, neither would ever publish it otherwise.
   */
  default boolean appliesInPart() {
    return false;
  }

  /**
   * The same spec with the given exports filled in. Pure; {@link #needs()} of the result holds what
   * was not given.
   */
  S link(Exports exports);
}
