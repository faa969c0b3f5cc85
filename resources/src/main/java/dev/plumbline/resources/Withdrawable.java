package dev.plumbline.resources;

import java.util.Optional;

/**
 * A spec of something that we may own whole (a managed block, our key lines, our netplan file), and
 * that therefore goes when it leaves the inventory.
 *
 * @param <S> the spec's own type
 */
public interface Withdrawable<S extends Spec> extends Spec {
  /**
   * What the node must be once this spec has left the inventory: our part absent, everything else
   * as it is. Empty if this one stays on the node and is no longer managed, as a whole file does.
   */
  Optional<S> withdrawn();
}
