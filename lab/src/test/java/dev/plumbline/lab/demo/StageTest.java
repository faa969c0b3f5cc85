package dev.plumbline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.inventory.CheckedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageTest {
  @TempDir Path directory;

  @Test
  void theExampleWithSparkIsARightInventory() throws Exception {
    Stage stage = Stage.set(Path.of("..").toAbsolutePath(), directory);
    Files.createFile(stage.image());

    String added = stage.addSpark();

    assertThat(new CheckedReader().read(stage.inventory()).text()).endsWith(added);
    stage.addSpark();
    assertThat(Files.readString(stage.inventory())).containsOnlyOnce(added);
  }
}
