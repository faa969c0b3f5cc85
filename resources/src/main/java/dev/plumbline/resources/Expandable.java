package dev.plumbline.resources;

/**
 * A spec that speaks of other nodes of the inventory ({@code hosts: {nodes: all}}) and is made
 * concrete before it leaves the inventory.
 *
 * @param <S> the spec's own type
 */
public interface Expandable<S extends Spec> extends Spec {
  /** The same spec with every reference to other nodes replaced by what they are. Pure. */
  S expand(Cluster cluster, Checks checks);
}
