package dev.plumbline.resources;

import java.util.List;
import java.util.Map;

/**
 * A resource whose steps are carried out together: all packages in one apt transaction.
 *
 * @param <S> what the resource must be
 * @param <O> what it is
 */
public interface Batchable<S extends Spec, O> {
  /**
   * What carrying out all of these together would do besides, read-only: packages that come along,
   * upgrades, removals.
   *
   * @return a change per side effect
   * @throws Failure if the batch cannot or must not be carried out, for example because it removes
   *     what nobody asked to remove
   */
  List<SideEffect> foresee(List<Pending<S, O>> batch) throws Failure;

  /**
   * Carries out all steps in one transaction.
   *
   * @return the failures by resource name; a resource that is not in it went well
   */
  Map<String, Failure> applyTogether(List<Pending<S, O>> batch, Progress progress) throws Failure;

  /** One resource of a batch: what it must be, what it is, what differs. */
  record Pending<S extends Spec, O>(String name, S spec, O observed, List<Change> changes) {}

  /**
   * Something that happens although no resource of the inventory names it.
   *
   * @param resource what it happens to, printed like a resource: {@code package[libucx0]}
   */
  record SideEffect(ResourceId resource, Change change) {}
}
