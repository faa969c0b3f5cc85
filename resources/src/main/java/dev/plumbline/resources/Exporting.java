package dev.plumbline.resources;

import java.util.List;

/**
 * A resource that publishes values for other nodes.
 *
 * @param <S> what the resource must be
 * @param <O> what it is
 */
public interface Exporting<S extends Spec, O> {
  /** The values that the observed state holds; those that are not there yet are left out. */
  List<Export> exports(S spec, O observed) throws Failure;
}
