package dev.plumbline.agent.host.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowPasswordsTest {
  @TempDir Path directory;

  @Test
  void findsHashOfOneUser() throws Exception {
    Files.writeString(
        directory.resolve("shadow"), "root:*:19000:0:99999:7:::\nann:$6$s$h:19000:0:99999:7:::\n");
    ShadowPasswords passwords = new ShadowPasswords(directory);

    assertThat(passwords.hash("ann")).contains("$6$s$h");
    assertThat(passwords.hash("bob")).isEmpty();
  }

  @Test
  void doesNotTakeUnreadableForAbsent() {
    assertThatThrownBy(() -> new ShadowPasswords(directory).hash("ann"))
        .isInstanceOf(Failure.class);
  }
}
