package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.ResourceTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
  private static final Path FOLDER = Path.of("examples").toAbsolutePath();

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith(InventoryFile.LOCAL_NAME))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasNoProblem(Path example) {
    Caller caller = new Caller(FOLDER, Path.of("/home/somebody"), Map.of());
    InventoryLoader loader = new InventoryLoader(caller, ResourceTypes.standard());

    InventoryResult result = loader.load(new InventoryFile(example, example.toString()));

    assertThat(result).isInstanceOf(InventoryResult.Loaded.class);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void tellsEditorsItsSchema(Path example) throws IOException {
    assertThat(Files.readAllLines(example))
        .first()
        .isEqualTo("# yaml-language-server: $schema=../schema/inventory.schema.json");
    assertThat(FOLDER.resolve("../schema/inventory.schema.json")).exists();
  }
}
