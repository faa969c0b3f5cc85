package dev.plumbline.agent.engine;

import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;

/** A resource, and what it looked like. */
record Sight<S extends Spec, O>(Subject<S, O> subject, Look<O> look) {
  static <S extends Spec, O> Sight<S, O> of(Subject<S, O> subject) {
    return new Sight<>(subject, subject.look());
  }

  /** Looks whatever the spec lacks: for what leaves the catalog. */
  static <S extends Spec, O> Sight<S, O> compared(Subject<S, O> subject) {
    return new Sight<>(subject, subject.compare());
  }

  ResourceId id() {
    return subject.id();
  }
}
