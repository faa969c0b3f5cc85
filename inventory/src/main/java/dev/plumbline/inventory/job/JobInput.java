package dev.plumbline.inventory.job;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Shorthand;
import java.util.List;

/** A file or a folder that the program reads. */
@Doc("A file or a folder that the program reads.")
public record JobInput(
    @Doc("The file or folder, relative to the job file.") @Shorthand String path,
    @Doc(
            "What of a folder stays behind: *.class at any depth, or with a / a path from the top"
                + " of the folder, such as out/**.")
        List<String> exclude) {

  public JobInput {
    exclude = List.copyOf(exclude);
    Checks checks =
        new Checks()
            .that(!path.isBlank(), "job-input-path", "path", "the path of the input is empty");
    for (int i = 0; i < exclude.size(); i++) {
      String pattern = exclude.get(i);
      checks.that(
          Globs.isExclude(pattern),
          "job-exclude",
          "exclude." + i,
          "'" + pattern + "' is not a pattern of names or paths, such as *.class or out/**");
    }
    checks.done();
  }
}
