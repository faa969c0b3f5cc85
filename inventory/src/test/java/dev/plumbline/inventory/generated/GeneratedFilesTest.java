package dev.plumbline.inventory.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedFilesTest {
  private static final String COMMAND =
      "./mvnw -q -pl inventory -am test -Dtest=GeneratedFilesTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dplumbline.generate";

  static List<GeneratedFile> files() throws IOException {
    return GeneratedFile.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isCurrent(GeneratedFile file) throws IOException {
    if (System.getProperty("plumbline.generate") != null) {
      Files.createDirectories(file.path().toAbsolutePath().getParent());
      Files.writeString(file.path(), file.content());
    }
    assertThat(Files.exists(file.path()) ? Files.readString(file.path()) : "")
        .as("make %s with: %s", file, COMMAND)
        .isEqualTo(file.content());
  }

  @Test
  void nothingElseLiesBesideThem() throws IOException {
    Set<Path> made =
        GeneratedFile.all().stream().map(GeneratedFile::path).collect(Collectors.toSet());
    for (Path folder : List.of(GeneratedFile.KINDS, GeneratedFile.SCHEMAS)) {
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).isNotEmpty().isSubsetOf(made);
      }
    }
  }
}
