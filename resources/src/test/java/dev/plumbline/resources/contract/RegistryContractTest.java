package dev.plumbline.resources.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.codec.Shape;
import dev.plumbline.resources.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryContractTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)}</pre>", Pattern.DOTALL);

  static List<ResourceType<?>> types() {
    return ResourceTypes.all();
  }

  @Test
  void holdsTheKindsThatAreKnownToExist() {
    assertThat(ResourceTypes.all())
        .extracting(ResourceType::plural)
        .contains("hostname", "groups", "users", "files", "hosts", "ssh_keys");
  }

  @Test
  void givesEveryKindNamesOfItsOwn() {
    Registry registry = Registry.of(ResourceTypes.all());

    assertThat(registry.all())
        .allSatisfy(type -> {
          assertThat(registry.byPlural(type.plural())).contains(type);
          assertThat(registry.bySingular(type.singular())).contains(type);
        });
  }

  @ParameterizedTest
  @MethodSource("types")
  void livesInTheFolderOfItsPlural(ResourceType<?> type) {
    assertThat(type.codec().type().getPackageName())
        .isEqualTo("dev.plumbline.resources." + type.plural());
    assertThat(type.codec().type().getSimpleName()).endsWith("Spec");
  }

  @ParameterizedTest
  @MethodSource("types")
  void saysWhatEveryKeyMeans(ResourceType<?> type) {
    assertThat(documented(type.codec().shape()))
        .isNotEmpty()
        .allSatisfy(field -> assertThat(field.doc()).as(field.key()).isNotBlank());
  }

  private static Stream<Shape.Field> documented(Shape.Fields shape) {
    return shape.keys().stream()
        .flatMap(field -> Stream.concat(Stream.of(field), inside(field.shape())));
  }

  private static Stream<Shape.Field> inside(Shape shape) {
    return switch (shape) {
      case Shape.Fields fields -> documented(fields);
      case Shape.ListOf list -> inside(list.item());
      case Shape.MapOf map -> inside(map.value());
      case Shape.Text _,
          Shape.Whole _,
          Shape.Flag _,
          Shape.Choice _,
          Shape.Parsed _,
          Shape.Hidden _,
          Shape.Tree _ ->
          Stream.empty();
    };
  }

  @ParameterizedTest
  @MethodSource("types")
  void hasPageWithAnExampleThatIsValid(ResourceType<?> type) throws IOException {
    Path page =
        SOURCES
            .resolve(type.codec().type().getPackageName().replace('.', '/'))
            .resolve("package-info.java");
    Matcher example = EXAMPLE.matcher(Files.readString(page));
    assertThat(example.find()).as("an example in " + page).isTrue();
    Fixture fixture = Fixture.read(onAllNodes(example.group(1)));

    assertThat(fixture.problems()).isEmpty();
    assertThat(fixture.entries()).extracting(Fixture.Entry::type).contains(type);
  }

  /** The state that a page shows, with what the inventory would have put in for each node. */
  private static Map<String, Value> onAllNodes(String example) {
    String yaml = example.replaceAll("(?m)^ \\* ?", "");
    Map<String, Value> states = new LinkedHashMap<>();
    for (Cluster.Node node : TestCluster.NODES) {
      String written =
          yaml.replace("${node.name}", node.name()).replace("${node.address}", node.address());
      Value.Mapping document =
          (Value.Mapping) YamlTree.documents(written, "page on " + node.name()).getFirst();
      if (document.get("nodes").isPresent()) {
        ofNode(document, node.name()).ifPresent(state -> states.put(node.name(), state));
      } else {
        states.put(node.name(), document.get("state").orElse(document));
      }
    }
    return states;
  }

  /** Where nodes differ, a page shows them one by one. */
  private static Optional<Value> ofNode(Value.Mapping document, String node) {
    return document
        .get("nodes")
        .flatMap(nodes -> ((Value.Mapping) nodes).get(node))
        .flatMap(found -> ((Value.Mapping) found).get("state"));
  }
}
