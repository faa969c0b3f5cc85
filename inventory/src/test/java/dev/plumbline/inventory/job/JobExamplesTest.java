package dev.plumbline.inventory.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Trees;
import dev.plumbline.inventory.schema.JobSchema;
import dev.plumbline.inventory.schema.SchemaChecker;
import dev.plumbline.resources.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobExamplesTest {
  private static final Path FOLDER = Path.of("examples/jobs").toAbsolutePath();
  private final SchemaChecker schema = new SchemaChecker(JobSchema.job());

  @TempDir Path directory;

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }

  /** Jars and data need not be there; everything else is right. */
  @ParameterizedTest
  @MethodSource("examples")
  void hasNoProblemButMissingFiles(Path example) throws IOException {
    JobResult result = new JobRig(directory).load(example.toString(), JobChanges.NONE);

    if (result instanceof JobResult.Invalid invalid) {
      assertThat(invalid.problems()).extracting(Problem::id).containsOnly("job-file");
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void tellsEditorsItsSchema(Path example) throws IOException {
    assertThat(Files.readAllLines(example))
        .first()
        .isEqualTo("# yaml-language-server: $schema=../../schema/job.schema.json");
    assertThat(schema.accepts(Trees.yaml(Files.readString(example)))).isTrue();
  }

  /** Each example of the docs is a whole job file. */
  @Test
  void theDocsShowRightJobs() throws IOException {
    List<String> shown =
        Stream.of(Files.readString(Path.of("../docs/job.md")).split("```yaml\n"))
            .map(part -> part.split("```")[0])
            .filter(part -> part.startsWith("job: "))
            .toList();

    assertThat(shown).hasSize(3);
    for (String job : shown) {
      assertThat(schema.accepts(Trees.yaml(job))).isTrue();
      JobResult result =
          new JobRig(directory).write("a/job.yaml", job).load("a/job.yaml", JobChanges.NONE);
      if (result instanceof JobResult.Invalid invalid) {
        assertThat(invalid.problems()).extracting(Problem::id).containsOnly("job-file");
      }
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"misspelt", "nested", "not-a-map"})
  void theSchemaRefusesWhatIsMisspelt(String wrong) throws IOException {
    String text = Files.readString(JobProblemCase.FOLDER.resolve(wrong + ".yaml"));

    assertThat(schema.accepts(Trees.yaml(text))).isFalse();
  }
}
