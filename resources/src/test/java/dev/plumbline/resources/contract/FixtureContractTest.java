package dev.plumbline.resources.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.value.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixtureContractTest {
  private static final Pattern PROBLEM_ID = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+)\"");

  static List<ResourceType<?>> types() {
    return ResourceTypes.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void validFixturesHaveNoProblem(ResourceType<?> type) {
    List<Fixture> documents = Fixtures.documents(type, "valid.yaml");

    assertThat(documents).isNotEmpty();
    assertThat(documents)
        .allSatisfy(document -> assertThat(document.problems()).as("problems").isEmpty());
    assertThat(Fixtures.valid(type)).isNotEmpty();
  }

  /**
   * {@code invalid.problems} holds every problem of {@code invalid.yaml}, one per line, with the
   * name of its rule. What was found lies under {@code target/fixtures}, to be looked at and
   * copied.
   */
  @ParameterizedTest
  @MethodSource("types")
  void invalidFixturesHaveExactlyTheExpectedProblems(ResourceType<?> type) throws IOException {
    List<Fixture> documents = Fixtures.documents(type, "invalid.yaml");
    String found =
        problems(documents)
            .map(problem -> problem + " [" + problem.id() + "]\n")
            .collect(Collectors.joining());
    Path copy = Path.of("target/fixtures", type.plural(), "invalid.problems");
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, found);

    assertThat(documents)
        .allSatisfy(document -> assertThat(document.problems()).as("problems").isNotEmpty());
    assertThat(found).isEqualTo(Fixtures.text(type, "invalid.problems"));
  }

  /**
   * Looks for the names of rules in the sources, so that a new rule cannot come without a fixture,
   * or, where a fixture would be too long, a test of its own.
   */
  @ParameterizedTest
  @MethodSource("types")
  void everyRuleOfTheKindIsTested(ResourceType<?> type) throws IOException {
    Set<String> tested =
        problems(Fixtures.documents(type, "invalid.yaml"))
            .map(Problem::id)
            .collect(Collectors.toSet());
    tested.addAll(rules(type, Path.of("src/test/java")));

    assertThat(rules(type, Path.of("src/main/java"))).isSubsetOf(tested);
  }

  private static Set<String> rules(ResourceType<?> type, Path sources) throws IOException {
    Path folder = sources.resolve(type.codec().type().getPackageName().replace('.', '/'));
    Set<String> rules = new TreeSet<>();
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path source : files.toList()) {
        PROBLEM_ID
            .matcher(Files.readString(source))
            .results()
            .map(found -> found.group(1))
            .filter(id -> id.startsWith(prefix(type)))
            .forEach(rules::add);
      }
    }
    return rules;
  }

  private static String prefix(ResourceType<?> type) {
    return type.singular().replace('_', '-') + "-";
  }

  private static Stream<Problem> problems(List<Fixture> documents) {
    return documents.stream().flatMap(document -> document.problems().stream());
  }
}
