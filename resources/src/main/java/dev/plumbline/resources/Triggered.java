package dev.plumbline.resources;

import java.util.List;
import java.util.Set;

/**
 * A resource with something to do once others of its node have changed: a service that restarts
 * when its configuration does.
 *
 * <p>The engine notes on disk that it is owed, before it changes a trigger, and forgets it when the
 * resource was carried out, so that neither a crash nor a failure loses it. In a plan, every
 * trigger that has a step of its own counts as changed.
 *
 * @param <S> what the resource must be
 * @param <O> what it is
 */
public interface Triggered<S extends Spec, O> {
  /** The resources of the same node whose changes count; the spec requires all of them. */
  Set<ResourceId> triggers(S spec);

  /**
   * What is owed because of these triggers, to be carried out after what {@code diff} gives. Pure.
   *
   * @param changed those of {@link #triggers} that have changed, or will, since the last time;
   *     never empty
   */
  List<Change> owed(S spec, O observed, Set<ResourceId> changed);
}
