package dev.plumbline.inventory.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryRuleHasAFixtureTest {
  private static final Path RESOURCES = Path.of("../resources");
  private static final Pattern EXPECTED = Pattern.compile(" \\[([a-z0-9-]+)]$", Pattern.MULTILINE);
  private static final Pattern NAMED = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");

  @Test
  void ofTheInventory() throws IOException {
    RuleIds rules = RuleIds.of(Path.of("src/main/java"));

    assertThat(rules.ids).hasSizeGreaterThan(30);
    Set<String> expected = expected(ProblemCase.FOLDER);
    expected.addAll(expected(Path.of("src/test/resources/job-problems")));
    assertThat(rules.ids.keySet()).isSubsetOf(expected);
  }

  /** A rule of a kind may have its fixture beside the kind, or a test that names it. */
  @Test
  void ofTheResources() throws IOException {
    RuleIds rules = RuleIds.of(RESOURCES.resolve("src/main/java"));
    Set<String> tested = expected(ProblemCase.FOLDER);
    tested.addAll(expected(RESOURCES.resolve("src/test/resources")));
    tested.addAll(named(RESOURCES.resolve("src/test/java")));

    assertThat(rules.ids).hasSizeGreaterThan(10);
    assertThat(rules.ids.keySet()).isSubsetOf(tested);
  }

  /** So that none can be missed by the tests above. */
  @Test
  void standsInTheSourceAsALiteral() throws IOException {
    assertThat(RuleIds.of(Path.of("src/main/java")).hidden).isEmpty();
    assertThat(RuleIds.of(RESOURCES.resolve("src/main/java")).hidden).isEmpty();
  }

  private static Set<String> expected(Path folder) throws IOException {
    return collect(folder, ".problems", EXPECTED);
  }

  private static Set<String> named(Path folder) throws IOException {
    return collect(folder, ".java", NAMED);
  }

  private static Set<String> collect(Path folder, String suffix, Pattern pattern)
      throws IOException {
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(suffix)).toList()) {
        pattern
            .matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .forEach(ids::add);
      }
    }
    return ids;
  }
}
