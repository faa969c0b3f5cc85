package dev.plumbline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
  @TempDir Path directory;

  @Test
  void whoeverIsFirstFillsAFolderAndTheOthersUseIt() throws IOException {
    Cache cache = new Cache(directory);
    Path kept =
        cache.keep(
            "set",
            fresh -> {
              Files.writeString(fresh.resolve("of"), "the second");
              // Meanwhile another demo is quicker.
              cache.keep("set", other -> Files.writeString(other.resolve("of"), "the first"));
            });

    assertThat(kept.resolve("of")).hasContent("the first");
    assertThat(directory.toFile().list()).containsExactly("set");
  }

  @Test
  void nothingIsLeftOfWhatCouldNotBeFilled() {
    assertThatThrownBy(() ->
            new Cache(directory)
                .keep(
                    "set",
                    fresh -> {
                      Files.writeString(fresh.resolve("half"), "a");
                      throw new IOException("the disk is full");
                    }))
        .isInstanceOf(LabProblem.class)
        .hasMessageContaining("the disk is full");
    assertThat(directory).isEmptyDirectory();
  }
}
