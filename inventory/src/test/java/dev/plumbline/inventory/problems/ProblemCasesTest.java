package dev.plumbline.inventory.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemCasesTest {
  /** Classes of mistakes of which there must be three cases each. */
  private static final List<String> CLASSES =
      List.of(
          "address-twice",
          "bad-cidr",
          "bomb",
          "duplicate-key",
          "empty-file",
          "large-file",
          "order-cycle",
          "other-kind",
          "substitution-cycle",
          "tab",
          "uid-clash",
          "unknown-key",
          "unknown-node-or-group",
          "wrong-type");

  @TempDir Path directory;

  static List<ProblemCase> cases() throws IOException {
    return ProblemCase.all();
  }

  /** What was found lies under {@code target/problems}, to be looked at and copied. */
  @ParameterizedTest
  @MethodSource("cases")
  void findsExactlyTheExpectedProblems(ProblemCase wrong) throws IOException {
    String found = wrong.problems(directory);
    Path copy = Path.of("target/problems", wrong + ".problems");
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, found);

    assertThat(found).isNotEmpty().isEqualTo(wrong.expected());
  }

  @Test
  void holdsThreeCasesOfEachClass() throws IOException {
    Map<String, Long> cases =
        ProblemCase.all().stream()
            .collect(Collectors.groupingBy(ProblemCase::mistake, Collectors.counting()));

    assertThat(CLASSES)
        .allSatisfy(mistake -> assertThat(cases).containsKey(mistake))
        .allSatisfy(
            mistake -> assertThat(cases.get(mistake)).as(mistake).isGreaterThanOrEqualTo(3));
  }
}
