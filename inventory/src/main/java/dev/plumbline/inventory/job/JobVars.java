package dev.plumbline.inventory.job;

import dev.plumbline.inventory.document.Variables;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The vars of a job file, and what the caller sets of them. */
final class JobVars {
  private final JobChanges changes;
  private final Problems problems;

  JobVars(JobChanges changes, Problems problems) {
    this.changes = changes;
    this.problems = problems;
  }

  Map<String, Value.Scalar> read(Value.Mapping job) {
    Map<String, Value.Scalar> vars = new LinkedHashMap<>();
    if (job.get("vars").orElse(null) instanceof Value.Mapping declared) {
      Variables.check(declared, problems);
      declared
          .entries()
          .forEach((name, entry) -> {
            if (entry.value() instanceof Value.Scalar scalar && !isSet(name, scalar, entry.key())) {
              vars.put(name, scalar);
            }
          });
    }
    changes
        .set()
        .forEach(
            (name, value) -> vars.put(name, JobReader.literal(value, Origin.of("--set " + name))));
    return vars;
  }

  /** Whether the caller goes before it, or must. */
  private boolean isSet(String name, Value.Scalar scalar, Origin place) {
    if (scalar.isNull() && !changes.set().containsKey(name)) {
      problems.add(
          "job-var-unset", place, "the var " + name + " has no value; say --set " + name + "=…");
    }
    return changes.set().containsKey(name);
  }
}
