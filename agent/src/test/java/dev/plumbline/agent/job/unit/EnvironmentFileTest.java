package dev.plumbline.agent.job.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {
  @Test
  void valuesAreQuotedAsSystemdReadsThem() throws Failure {
    assertThat(EnvironmentFile.text(Map.of("A", "a \"b\" \\ $c `d` 'e'\nf", "B", "")))
        .isEqualTo("A=\"a \\\"b\\\" \\\\ \\$c \\`d\\` 'e'\nf\"\nB=\"\"\n");
  }

  @Test
  void whatCannotBeAVariableIsNamedWithoutItsValue() {
    for (String name : new String[] {"A B", "1A", "", "A=B", "A\nB"}) {
      assertThatThrownBy(() -> EnvironmentFile.text(Map.of(name, "hush")))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("'" + name + "'")
          .hasMessageNotContaining("hush");
    }
    assertThatThrownBy(() -> EnvironmentFile.text(Map.of("A", "hush\0")))
        .isInstanceOf(Failure.class);
  }

  @Test
  void onlyRootReadsItAndNotForLong(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("unit.env");
    try (EnvironmentFile written = EnvironmentFile.write(file, Map.of("A", "1"))) {
      assertThat(written.path()).hasContent("A=\"1\"");
      assertThat(PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void whatAnAgentThatDiedLeftGoesAndNothingElse(@TempDir Path directory) throws Exception {
    for (String name :
        new String[] {
          "plumbline-job-7.service.env",
          ".plumbline-job-7.service.env.plumbline",
          "plumbline-orted-7-r1.service.env",
          "job-7.secrets",
          "plumbline-apt.service.env"
        }) {
      java.nio.file.Files.writeString(directory.resolve(name), "A=1");
    }

    EnvironmentFile.removeLeft(directory);
    EnvironmentFile.removeLeft(directory.resolve("none"));

    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder("job-7.secrets", "plumbline-apt.service.env");
  }
}
