package dev.plumbline.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
  @TempDir Path directory;
  private final TestAuthority authority = new TestAuthority();
  private Identity identity = new Identity(Path.of("/nowhere"));

  @BeforeEach
  void inTheDirectory() {
    identity = new Identity(directory.resolve("identity"));
  }

  @Test
  void opensslAcceptsTheRequest() throws Failure, IOException, InterruptedException {
    Path request = directory.resolve("request.pem");
    Files.writeString(request, identity.request("wörker-1.example"));
    Process openssl =
        new ProcessBuilder(
                List.of(
                    "openssl",
                    "req",
                    "-in",
                    request.toString(),
                    "-noout",
                    "-verify",
                    "-subject",
                    "-nameopt",
                    "utf8,sname",
                    "-text"))
            .redirectErrorStream(true)
            .start();
    String said =
        new String(
            openssl.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(openssl.waitFor()).as(said).isZero();
    assertThat(said)
        .containsIgnoringCase("verify ok")
        .contains("CN=wörker-1.example")
        .contains("ecdsa-with-SHA256")
        .contains("P-256");
  }

  @Test
  void opensslReadsTheKey() throws Failure, IOException, InterruptedException {
    identity.request("n1");
    Process openssl =
        new ProcessBuilder("openssl", "pkey", "-in", identity.key().toString(), "-noout", "-check")
            .redirectErrorStream(true)
            .start();
    String said =
        new String(
            openssl.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(openssl.waitFor()).as(said).isZero();
  }

  @Test
  void theKeyIsMadeOnceAndForItsOwnerOnly() throws Failure, IOException {
    identity.request("n1");
    String key = Files.readString(identity.key());
    identity.request("n1");
    assertThat(Files.readString(identity.key())).isEqualTo(key);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(identity.key())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("identity"))))
        .isEqualTo("rwx------");
  }

  @Test
  void theSignedCertificateIsKept() throws Failure {
    String certificate = authority.sign(identity.request("n1"), "n1");
    identity.install(certificate, authority.certificate());
    assertThat(identity.certificate()).hasContent(certificate);
    assertThat(identity.authority()).exists();
  }

  @Test
  void aCertificateForAnotherKeyIsRefused() throws Failure {
    identity.request("n1");
    String others = authority.issue("n1", TestAuthority.keys().getPublic());
    assertThatThrownBy(() -> identity.install(others, authority.certificate()))
        .isInstanceOf(Failure.class)
        .hasMessage("the agent's certificate cannot be used: it is for another key");
    assertThat(identity.certificate()).doesNotExist();
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused() throws Failure {
    String foreign = new TestAuthority().sign(identity.request("n1"), "n1");
    assertThatThrownBy(() -> identity.install(foreign, authority.certificate()))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("the agent's certificate cannot be used: ");
  }

  @Test
  void aDamagedKeyIsNotReplacedSilently() throws IOException {
    Files.createDirectories(directory.resolve("identity"));
    Files.writeString(identity.key(), "nonsense");
    assertThatThrownBy(() -> identity.request("n1"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("cannot be used: it holds no PUBLIC KEY");
    assertThat(identity.key()).hasContent("nonsense");
  }
}
