package dev.plumbline.resources;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A resource whose steps are carried out together: all packages in one apt transaction.
 *
 * @param <S> what the resource must be
 * @param <O> what it is
 */
public interface Batchable<S extends Spec, O> {
  /**
   * What carrying out all of these together would do, read-only: what becomes of each, and what
   * happens besides.
   *
   * @throws Failure if nothing can be said of the whole batch, for example because the package
   *     archive does not answer
   */
  Foreseen foresee(List<Pending<S, O>> batch, Progress progress) throws Failure;

  /**
   * Carries out all steps in one transaction.
   *
   * @return the failures by resource name; a resource that is not in it went well
   */
  Map<String, Failure> applyTogether(List<Pending<S, O>> batch, Progress progress) throws Failure;

  /**
   * One resource of a batch: what it must be, what it is, what differs.
   *
   * @param awaits resources that this one requires and that steps of the same plan change first, so
   *     that what is missing now may be there when the batch is carried out; empty when it is
   *     carried out
   */
  record Pending<S extends Spec, O>(
      String name, S spec, O observed, List<Change> changes, Set<ResourceId> awaits) {
    public Pending {
      changes = List.copyOf(changes);
      awaits = Set.copyOf(awaits);
    }
  }

  /**
   * What a batch would do.
   *
   * @param changes by resource name, changes that are known better than {@code diff} alone can know
   *     them, and that a plan shows instead
   * @param failures by resource name, why a resource cannot or must not be carried out; the rest of
   *     the batch is
   * @param sideEffects what happens although no resource of the inventory names it: packages that
   *     come along, upgrades, declared removals
   */
  record Foreseen(
      Map<String, List<Change>> changes,
      Map<String, Failure> failures,
      List<SideEffect> sideEffects) {
    public Foreseen {
      changes = Map.copyOf(changes);
      failures = Map.copyOf(failures);
      sideEffects = List.copyOf(sideEffects);
    }
  }

  /**
   * Something that happens although no resource of the inventory names it.
   *
   * @param resource what it happens to, printed like a resource: {@code package[libucx0]}
   */
  record SideEffect(ResourceId resource, Change change) {}
}
