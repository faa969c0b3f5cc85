package dev.plumbline.resources.contract;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.Spec;
import java.util.List;

/**
 * Drives one resource as the engine does.
 *
 * @param <S> what the resource must be
 * @param <O> what it is
 */
public record Convergence<S extends Spec, O>(Resource<S, O> resource) {
  /** What differs now. */
  public List<Change> plan(S spec) throws Failure {
    return resource.diff(spec, resource.observe(spec));
  }

  /**
   * Removes what differs.
   *
   * @return what still differs afterwards
   */
  public List<Change> apply(S spec) throws Failure {
    O observed = resource.observe(spec);
    List<Change> changes = resource.diff(spec, observed);
    if (!changes.isEmpty()) {
      resource.apply(spec, observed, changes, Progress.SILENT);
    }
    return plan(spec);
  }
}
