package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.value.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryFileTest {
  @TempDir Path directory;
  private final Problems problems = new Problems();

  @Test
  void takesTheArgumentFirst() throws IOException {
    make("a/one.yaml");
    make("two.yaml");

    assertThat(find(Optional.of("a/one.yaml"), Map.of("PLUMB_INVENTORY", "two.yaml")))
        .contains(new InventoryFile(directory.resolve("a/one.yaml"), "a/one.yaml"));
  }

  @Test
  void takesTheEnvironmentNext() throws IOException {
    make("home/two.yaml");
    make("inventory.yaml");

    assertThat(find(Optional.empty(), Map.of("PLUMB_INVENTORY", "~/two.yaml")))
        .contains(new InventoryFile(directory.resolve("home/two.yaml"), "~/two.yaml"));
    assertThat(find(Optional.empty(), Map.of("PLUMB_INVENTORY", "")))
        .contains(new InventoryFile(directory.resolve("inventory.yaml"), "inventory.yaml"));
  }

  @Test
  void looksInTheDirectoriesAbove() throws IOException {
    make("inventory.yaml");
    Path deep = Files.createDirectories(directory.resolve("a/b"));
    Caller caller = new Caller(deep, directory.resolve("home"), Map.of());

    assertThat(InventoryFile.find(Optional.empty(), caller, problems))
        .contains(new InventoryFile(directory.resolve("inventory.yaml"), "../../inventory.yaml"));
  }

  @Test
  void takesADirectoryForTheInventoryInIt() throws IOException {
    make("site/inventory.yaml");

    assertThat(find(Optional.of("site"), Map.of()).orElseThrow().name())
        .isEqualTo("site/inventory.yaml");
    assertThat(find(Optional.of("site/"), Map.of()).orElseThrow().name())
        .isEqualTo("site/inventory.yaml");
  }

  @Test
  void neverFallsBackWhenTheNamedOneIsMissing() throws IOException {
    make("inventory.yaml");

    assertThat(find(Optional.of("other.yaml"), Map.of())).isEmpty();
    assertThat(find(Optional.of("empty"), Map.of())).isEmpty();
    assertThat(problems.sorted())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.id()).isEqualTo("file-missing"));
  }

  @Test
  void knowsItsLocalFile() {
    InventoryFile file = new InventoryFile(directory.resolve("a/x.yaml"), "a/x.yaml");

    assertThat(file.local())
        .isEqualTo(
            new InventoryFile(
                directory.resolve("a/inventory.local.yaml"), "a/inventory.local.yaml"));
    assertThat(file.directory()).isEqualTo(directory.resolve("a"));
  }

  private Optional<InventoryFile> find(Optional<String> argument, Map<String, String> environment) {
    Caller caller = new Caller(directory, directory.resolve("home"), environment);
    return InventoryFile.find(argument, caller, problems);
  }

  private void make(String file) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, "");
  }
}
