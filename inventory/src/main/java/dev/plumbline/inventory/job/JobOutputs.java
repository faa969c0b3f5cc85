package dev.plumbline.inventory.job;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Doc;
import java.util.List;

/** What the program leaves behind. */
@Doc("What the program leaves under ${outputs}; it is brought back when the program has ended.")
public record JobOutputs(
    @Doc("Files or patterns, such as metrics.json or *.png; one without a file fails the job.")
        List<String> required,
    @Doc("Files or patterns that may be missing.") List<String> optional) {

  /** Nothing is brought back. */
  static final JobOutputs NONE = new JobOutputs(List.of(), List.of());

  public JobOutputs {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
    Checks checks = new Checks();
    check(checks, "required", required);
    check(checks, "optional", optional);
    checks.done();
  }

  private static void check(Checks checks, String key, List<String> patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      String pattern = patterns.get(i);
      checks.that(
          Globs.isOutput(pattern),
          "job-output",
          key + "." + i,
          "'"
              + pattern
              + "' is not a path below the outputs: relative, without .., such as model.bin or"
              + " plots/*.png");
    }
  }
}
