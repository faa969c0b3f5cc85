package dev.plumbline.agent.host.keypairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real ssh-keygen; only the change of user is left out. */
class SshKeygenTest {
  @TempDir Path directory;
  private final KeyPairsRun run = new KeyPairsRun();
  private final SshKeygen keygen = new SshKeygen(run);

  private static final class KeyPairsRun implements Processes {
    @Override
    public Result run(Command command) {
      assertThat(command.arguments()).startsWith("runuser", "-u", "ann", "--");
      List<String> arguments = command.arguments().subList(4, command.arguments().size());
      try {
        Process process = new ProcessBuilder(arguments).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
          stdin.write(command.input().getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), out, "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public Result runDetached(String name, Command command, Consumer<String> line) {
      throw new AssertionError("no key takes that long");
    }
  }

  @Test
  void makesPairWithoutPassphrase() throws Exception {
    Path path = directory.resolve("id_ed25519");

    keygen.make("ann", "ed25519", path);

    assertThat(Files.readString(path)).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
    assertThat(Files.readString(directory.resolve("id_ed25519.pub")))
        .startsWith("ssh-ed25519 AAAA")
        .endsWith(" ann\n");
  }

  @Test
  void neverReplacesPrivateKey() throws Exception {
    Path path = Files.writeString(directory.resolve("id_ed25519"), "precious");

    assertThatThrownBy(() -> keygen.make("ann", "ed25519", path)).isInstanceOf(Failure.class);

    assertThat(path).hasContent("precious");
  }

  @Test
  void restoresPublicKey() throws Exception {
    Path path = directory.resolve("id_ed25519");
    keygen.make("ann", "ed25519", path);
    Path publicKey = directory.resolve("id_ed25519.pub");
    String before = Files.readString(publicKey);
    Files.delete(publicKey);

    keygen.restorePublicKey("ann", path);

    assertThat(Files.readString(publicKey)).startsWith(before.substring(0, before.indexOf(" ann")));
  }

  @Test
  void cannotRestoreFromWhatIsNoKey() throws Exception {
    Path path = Files.writeString(directory.resolve("id_ed25519"), "no key");

    assertThatThrownBy(() -> keygen.restorePublicKey("ann", path)).isInstanceOf(Failure.class);
  }
}
