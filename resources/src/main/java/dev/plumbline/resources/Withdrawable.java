package dev.plumbline.resources;

/**
 * A spec of something that we own whole (a managed block, our key lines, our netplan file), and
 * that therefore goes when it leaves the inventory.
 *
 * @param <S> the spec's own type
 */
public interface Withdrawable<S extends Spec> extends Spec {
  /**
   * What the node must be once this spec has left the inventory: our part absent, everything else
   * as it is.
   */
  S withdrawn();
}
