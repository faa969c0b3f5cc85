package dev.plumbline.jobs.gene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path folder;

  @Test
  void generatingNeedsOnlyAFolder() {
    int code = Main.run("generate", "--genes", "50", "--samples", "6", "--out", folder.toString());

    assertThat(code).isZero();
    assertThat(folder.resolve("expression.csv")).isNotEmptyFile();
    assertThat(folder.resolve("samples.csv")).isNotEmptyFile();
    assertThat(folder.resolve("different.txt")).isNotEmptyFile();
  }

  @Test
  void withoutAnOptionOrWithSomeMissingTheUsageIsWrong() {
    assertThat(Main.run()).isEqualTo(2);
    assertThat(Main.run("--out", folder.toString())).isEqualTo(2);
  }

  @Test
  void theOthersHaveTheirDefaults() {
    int code =
        Main.run(
            "--expression=" + folder.resolve("absent.csv"),
            "--samples=" + folder.resolve("absent.csv"),
            "--compare=a:b",
            "--out=" + folder.resolve("out"));

    assertThat(code).isEqualTo(1);
  }
}
