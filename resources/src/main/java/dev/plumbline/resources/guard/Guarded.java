package dev.plumbline.resources.guard;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Spec;
import java.util.List;

/**
 * A resource whose changes can cut the node off from the controller. The agent arms a {@link Guard}
 * before it carries the changes out, and lets it go only when they are confirmed.
 *
 * @param <S> what the resource must be
 * @param <O> what it is
 */
public interface Guarded<S extends Spec, O> {
  /**
   * Asks what can be asked before anything is armed or changed, for example whether somebody else
   * has an address. Leaves the node as it is.
   *
   * @throws Failure if the changes must not be made
   */
  default void probe(S spec, O observed, Progress progress) throws Failure {}

  /**
   * How to undo the changes, and what confirms them. Pure.
   *
   * @param changes what {@code diff} gave, never empty
   */
  Guard guard(S spec, O observed, List<Change> changes);
}
