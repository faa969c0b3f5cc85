package dev.plumbline.controller.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.inventory.connect.PasswordSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path directory;
  private final Secrets secrets = new Secrets(Map.of("PW", "from the environment"));

  @Test
  void readsTheEnvironment() throws Exception {
    assertThat(secrets.fetch("password", new PasswordSource.Environment("PW")))
        .contains("from the environment");
  }

  @Test
  void aVariableThatIsNotSetIsAProblem() {
    assertThatThrownBy(() -> secrets.fetch("password", new PasswordSource.Environment("NO")))
        .hasMessage("password names the environment variable NO, which is not set");
  }

  @Test
  void readsTheFirstLineOfAPrivateFile() throws Exception {
    Path file = Files.writeString(directory.resolve("pw"), "first\nsecond\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(secrets.fetch("password", new PasswordSource.File(file.toString())))
        .contains("first");
  }

  @Test
  void aFileThatOthersMayReadIsAProblem() throws Exception {
    Path file = Files.writeString(directory.resolve("pw"), "first\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> secrets.fetch("password", new PasswordSource.File(file.toString())))
        .hasMessageContaining("others may read");
  }

  @Test
  void aFileThatIsMissingIsAProblem() {
    Path file = directory.resolve("missing");
    assertThatThrownBy(() -> secrets.fetch("password", new PasswordSource.File(file.toString())))
        .hasMessageContaining("does not exist");
  }

  @Test
  void whatMustBeAskedIsNotFetched() throws Exception {
    assertThat(secrets.fetch("password", new PasswordSource.Ask())).isEmpty();
  }
}
