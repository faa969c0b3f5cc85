package dev.plumbline.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the CLI prints, compared with files; with GOLDEN_WRITE in the environment the test writes
 * them anew.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean WRITE = System.getenv("GOLDEN_WRITE") != null;

  @TempDir Path directory;

  static Stream<Arguments> cases() {
    return Arrays.stream(GoldenCase.values())
        .flatMap(each -> Stream.of("text", "json").map(format -> Arguments.of(each, format)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void printsWhatTheFileSays(GoldenCase golden, String format) throws IOException {
    Desk desk = new Desk(directory);
    int exitCode = golden.run(desk, format);
    String printed = desk.out() + (desk.err().isEmpty() ? "" : "--- standard error\n" + desk.err());
    Path file = GOLDEN.resolve(golden.fileName() + "." + exitCode + "." + format);
    if (WRITE) {
      Files.writeString(file, printed);
    }
    assertThat(file).as("%s ends with exit code %d", golden, exitCode).exists();
    assertThat(printed).isEqualTo(Files.readString(file));
  }

  @Test
  void everyFileBelongsToACase() throws IOException {
    Set<String> names =
        Arrays.stream(GoldenCase.values()).map(GoldenCase::fileName).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(GOLDEN)) {
      List<String> all = files.map(file -> file.getFileName().toString()).toList();
      assertThat(all).hasSize(2 * names.size());
      assertThat(new TreeSet<>(all))
          .allSatisfy(name -> assertThat(names).contains(name.substring(0, name.indexOf('.'))));
    }
  }
}
