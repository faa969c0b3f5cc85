package dev.plumbline.resources.guard;

import dev.plumbline.resources.Change;
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
   * How to undo the changes, and what confirms them. Pure.
   *
   * @param changes what {@code diff} gave, never empty
   */
  Guard guard(S spec, O observed, List<Change> changes);
}
