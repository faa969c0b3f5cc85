package dev.plumbline.agent.engine;

import dev.plumbline.resources.Batchable;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exporting;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Linked;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Reacting;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Settled;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.guard.Guarded;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One resource of the node together with the code of its kind. Whatever that code throws comes out
 * as a {@link Failure}.
 *
 * @param code makes the code or finds it made; may throw, as code of the kind may
 */
@SuppressWarnings("unchecked") // The capabilities of a Resource<S, O> speak of the same S and O.
record Subject<S extends Spec, O>(ResourceId id, S spec, Supplier<Resource<S, O>> code) {

  /** Reads the node and compares, as far as what the spec lacks allows it. */
  Look<O> look() {
    if (!(spec instanceof Linked<?> linked)) {
      return compare(Set.of());
    }
    try {
      Set<ExportKey> lacks = Contained.run("observing", id, linked::needs);
      return lacks.isEmpty() || linked.appliesInPart() ? compare(lacks) : new Look.Lacking<>(lacks);
    } catch (Failure failure) {
      return new Look.Unseen<>(failure);
    }
  }

  /** Reads the node and compares, whatever the spec lacks. */
  Look<O> compare() {
    return compare(Set.of());
  }

  private Look<O> compare(Set<ExportKey> lacks) {
    try {
      return Contained.run("observing", id, () -> see(lacks));
    } catch (Failure failure) {
      return new Look.Unseen<>(failure);
    }
  }

  private Look<O> see(Set<ExportKey> lacks) throws Failure {
    Resource<S, O> resource = code.get();
    O observed = resource.observe(spec);
    List<Export> exports =
        resource instanceof Exporting<?, ?>
            ? ((Exporting<S, O>) resource).exports(spec, observed)
            : List.of();
    return new Look.Seen<>(
        observed,
        Canonical.json(observed),
        List.copyOf(resource.diff(spec, observed)),
        List.copyOf(exports),
        Set.copyOf(lacks));
  }

  void apply(O observed, List<Change> changes, Progress progress) throws Failure {
    Contained.run(
        "applying",
        id,
        () -> {
          code.get().apply(spec, observed, changes, progress);
          return true;
        });
  }

  /** Changes to make because others changed; empty where the kind does not react. */
  List<Change> reactions(Set<ResourceId> changed) throws Failure {
    return spec instanceof Reacting reacting && !changed.isEmpty()
        ? Contained.run("reacting of", id, () -> List.copyOf(reacting.reactions(changed)))
        : List.of();
  }

  /**
   * Asks the kind whether the changes may be made.
   *
   * @param awaits what the resource requires and steps of the same plan change first
   * @throws Failure if they must not be made
   */
  void mayApply(Look.Seen<O> seen, Set<ResourceId> awaits) throws Failure {
    if (!seen.changes().isEmpty() && code.get() instanceof Refusing<?, ?> refusing) {
      Optional<Failure> refusal =
          Contained.run(
              "planning",
              id,
              () ->
                  ((Refusing<S, O>) refusing)
                      .refuse(spec, seen.observed(), seen.changes(), awaits));
      if (refusal.isPresent()) {
        throw refusal.get();
      }
    }
  }

  boolean mayBeSettled(O observed) throws Failure {
    return Contained.run(
        "planning",
        id,
        () ->
            code.get() instanceof Settled<?> settled
                && ((Settled<O>) settled).mayBeSettled(observed));
  }

  /** Whether its changes can cut the node off. */
  boolean guarded() {
    return code.get() instanceof Guarded<?, ?>;
  }

  /** Asks what can be asked before a guard is armed. */
  void probe(O observed, Progress progress) throws Failure {
    Contained.run(
        "probing",
        id,
        () -> {
          ((Guarded<S, O>) code.get()).probe(spec, observed, progress);
          return true;
        });
  }

  /** How the changes of a guarded resource are undone. */
  Guard guard(O observed, List<Change> changes) throws Failure {
    return Contained.run(
        "guarding", id, () -> ((Guarded<S, O>) code.get()).guard(spec, observed, changes));
  }

  Optional<Batchable<S, O>> batchable() {
    return code.get() instanceof Batchable<?, ?> batchable
        ? Optional.of((Batchable<S, O>) batchable)
        : Optional.empty();
  }
}
