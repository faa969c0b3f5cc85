package dev.plumbline.inventory.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobProblemsTest {
  @TempDir Path directory;

  static List<JobProblemCase> cases() throws IOException {
    return JobProblemCase.all();
  }

  /** What was found lies under {@code target/job-problems}, to be looked at and copied. */
  @ParameterizedTest
  @MethodSource("cases")
  void findsExactlyTheExpectedProblems(JobProblemCase wrong)
      throws IOException, InterruptedException {
    String found = wrong.problems(directory);
    Path copy = Path.of("target/job-problems", wrong + ".problems");
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, found);

    assertThat(found).isNotEmpty().isEqualTo(wrong.expected());
  }
}
