package dev.plumbline.resources;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A resource some of whose changes cannot or must not be made, which a plan must say before
 * anything is touched: a unit that is nowhere, a uid that would change under running processes.
 *
 * @param <S> what the resource must be
 * @param <O> what it is
 */
public interface Refusing<S extends Spec, O> {
  /**
   * Why the changes are not carried out; empty if nothing speaks against them. Pure.
   *
   * @param changes what {@code diff} gave, never empty
   * @param awaits resources that this one requires and that steps of the same plan change first, so
   *     that what is missing now may be there when the resource's turn comes; empty then
   */
  Optional<Failure> refuse(S spec, O observed, List<Change> changes, Set<ResourceId> awaits);
}
