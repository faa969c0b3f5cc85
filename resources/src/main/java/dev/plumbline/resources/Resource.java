package dev.plumbline.resources;

import java.util.List;

/**
 * Observes and changes one kind of resource on one node; its constructor names the ports through
 * which it touches the machine.
 *
 * <p>Capabilities are small extra interfaces: {@link Batchable}, {@link Exporting}, {@link
 * Refusing}, {@link Settled}.
 *
 * @param <S> what the resource must be
 * @param <O> what it is
 */
public interface Resource<S extends Spec, O> {
  /** Reads the node, and only reads. */
  O observe(S spec) throws Failure;

  /**
   * What differs, in the order in which a reader wants it. Pure: the same arguments give the same
   * changes.
   */
  List<Change> diff(S spec, O observed);

  /**
   * Removes the changes that {@link #diff} gave. The engine observes again afterwards, so this need
   * not check its own work. Carrying out what is already carried out changes nothing.
   */
  void apply(S spec, O observed, List<Change> changes, Progress progress) throws Failure;
}
