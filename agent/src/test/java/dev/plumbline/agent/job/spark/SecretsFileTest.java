package dev.plumbline.agent.job.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {
  @TempDir Path directory;

  @Test
  void aShellReadsWhateverIsInASecretAndRunsNothingOfIt() throws Exception {
    String any = "it's \"$HOME\" `id` \\ $(id)\n;* é";
    SecretsFile file = new SecretsFile(directory.resolve("run"), "7");
    long uid = ((Number) Files.getAttribute(directory, "unix:uid")).longValue();
    file.write(
        new Accounts.User("someone", uid, uid, "", "/", "/bin/sh"), Map.of("A", any, "B", ""));

    Path kept = directory.resolve("run/job-7.secrets");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    List<String> words = new ArrayList<>(SecretsFile.loader());
    words.set(words.size() - 1, kept.toString());
    words.addAll(List.of("/usr/bin/printenv", "A"));
    Process shell = new ProcessBuilder(words).redirectErrorStream(true).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(any + "\n");
    assertThat(shell.waitFor()).isZero();

    file.remove();
    assertThat(kept).doesNotExist();
    file.remove();
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    assertThatThrownBy(() -> SecretsFile.text(Map.of("A; id", "b")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("'A; id' cannot be a variable");
  }
}
