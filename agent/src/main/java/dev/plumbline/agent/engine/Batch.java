package dev.plumbline.agent.engine;

import dev.plumbline.resources.Batchable;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resources of one kind that are carried out in one transaction. */
final class Batch<S extends Spec, O> {
  private final Batchable<S, O> code;
  private final String kind;
  private final Map<ResourceId, Batchable.Pending<S, O>> pending = new LinkedHashMap<>();

  private Batch(Batchable<S, O> code, String kind) {
    this.code = code;
    this.kind = kind;
  }

  /** A batch for resources of the subject's kind, still without any. */
  static <S extends Spec, O> Batch<S, O> of(Subject<S, O> subject) {
    return new Batch<>(subject.batchable().orElseThrow(), subject.id().kind());
  }

  boolean takes(ResourceId id) {
    return id.kind().equals(kind);
  }

  /**
   * Adds a resource.
   *
   * @param awaits what it requires and steps of the same plan change first
   */
  @SuppressWarnings("unchecked") // Resources of one kind share S and O.
  void add(Subject<?, ?> subject, Object observed, List<Change> changes, Set<ResourceId> awaits) {
    if (!takes(subject.id())) {
      throw new IllegalArgumentException(subject.id() + " is no " + kind);
    }
    pending.put(
        subject.id(),
        new Batchable.Pending<>(
            subject.id().name(), (S) subject.spec(), (O) observed, changes, awaits));
  }

  boolean isEmpty() {
    return pending.isEmpty();
  }

  Batchable.Foreseen foresee(Progress progress) throws Failure {
    return Contained.run("planning", first(), () -> code.foresee(pending(), progress));
  }

  /** Carries all out; the failures by resource. */
  Map<ResourceId, Failure> apply(Progress progress) {
    Map<ResourceId, Failure> failures = new LinkedHashMap<>();
    try {
      Map<String, Failure> byName =
          Contained.run("applying", first(), () -> code.applyTogether(pending(), progress));
      byName.forEach((name, failure) -> failures.put(new ResourceId(kind, name), failure));
    } catch (Failure failure) {
      pending.keySet().forEach(id -> failures.put(id, failure));
    }
    return failures;
  }

  private List<Batchable.Pending<S, O>> pending() {
    return new ArrayList<>(pending.values());
  }

  /** Who speaks for the batch while it is at work: its resource, or its kind if it has several. */
  ResourceId speaker() {
    return pending.size() == 1 ? first() : ResourceId.only(kind);
  }

  private ResourceId first() {
    return pending.keySet().iterator().next();
  }
}
