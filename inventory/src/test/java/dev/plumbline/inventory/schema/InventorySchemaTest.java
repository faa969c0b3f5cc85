package dev.plumbline.inventory.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Trees;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventorySchemaTest {
  private static final Path PROBLEMS = Path.of("src/test/resources/problems");
  private static final Path KINDS =
      Path.of("../resources/src/test/resources/dev/plumbline/resources");
  private static final Set<String> NODES = Set.of("all", "master", "worker1", "worker2");

  private final SchemaChecker inventory =
      new SchemaChecker(InventorySchema.inventory(ResourceTypes.standard()));
  private final SchemaChecker local =
      new SchemaChecker(InventorySchema.local(ResourceTypes.standard()));

  static List<Path> examples() throws IOException {
    return files(Path.of("examples"));
  }

  static List<Path> misspelt() throws IOException {
    return files(PROBLEMS.resolve("unknown-key"));
  }

  /** The valid fixtures of all kinds, document by document. */
  static List<Arguments> states() throws IOException {
    List<Arguments> states = new ArrayList<>();
    try (Stream<Path> kinds = Files.list(KINDS)) {
      for (Path fixture : kinds.map(kind -> kind.resolve("valid.yaml")).toList()) {
        if (Files.exists(fixture)) {
          for (String document : Files.readString(fixture).split("(?m)^---$")) {
            states.add(Arguments.of(fixture.getName(fixture.getNameCount() - 2), document));
          }
        }
      }
    }
    return states;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void acceptsEveryExample(Path example) throws IOException {
    assertThat(inventory.accepts(Trees.yaml(Files.readString(example)))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("states")
  void acceptsTheValidFixturesOfEveryKind(Path kind, String document) {
    Value.Mapping written = (Value.Mapping) Trees.yaml(document);
    List<Value> states = new ArrayList<>();
    if (NODES.containsAll(written.entries().keySet())) {
      written.entries().values().forEach(entry -> states.add(entry.value()));
    } else {
      states.add(written.get("state").orElse(written));
    }

    assertThat(states)
        .allSatisfy(state -> assertThat(inventory.accepts("state", state)).as("%s", kind).isTrue());
  }

  @ParameterizedTest
  @MethodSource("misspelt")
  void refusesMisspeltKeys(Path misspelt) throws IOException {
    assertThat(inventory.accepts(Trees.yaml(Files.readString(misspelt)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missing-key/cluster.yaml",
        "missing-key/address.yaml",
        "unknown-word/connect.yaml",
        "unknown-word/file-state.yaml",
        "wrong-type/node.yaml",
        "wrong-type/group.yaml",
        "wrong-type/connect.yaml",
      })
  void refusesWhatIsWrongOtherwise(String fixture) throws IOException {
    String text = Files.readString(PROBLEMS.resolve(fixture));

    assertThat(inventory.accepts(Trees.yaml(text))).isFalse();
  }

  @Test
  void acceptsReferencesAndNullEverywhere() {
    assertThat(
            inventory.accepts(
                Trees.yaml(
                    """
                    cluster: test
                    nodes: {n: {address: "${x}", slots: "${n}", connect: {port: "${p}", via: null}}}
                    groups: {g: {nodes: n, state: {files: {/a: {sensitive: "${s}", mode: null}}}}}
                    """)))
        .isTrue();
  }

  @Test
  void knowsTheLocalFile() {
    Value settings = Trees.yaml("nodes: {n: {connect: {address: 172.17.0.2, port: 22}}}");

    assertThat(local.accepts(settings)).isTrue();
    assertThat(inventory.accepts(settings)).isFalse();
    assertThat(local.accepts(Trees.yaml("nodes: {n: {address: 172.17.0.2}}"))).isFalse();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
  }
}
