package dev.plumbline.agent.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.identity.Identity;
import dev.plumbline.agent.identity.TestAuthority;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {
  @TempDir Path directory;
  private final TestAuthority authority = new TestAuthority();

  private Tls signedBy(TestAuthority signer, Duration validity) throws Exception {
    Identity identity = new Identity(directory.resolve("identity"));
    identity.install(signer.sign(identity.request("n1"), "n1", validity), authority.certificate());
    return new Tls(identity.key(), identity.certificate(), identity.authority());
  }

  @Test
  void hearsWhyACertificateIsRefused() throws Exception {
    Tls expired = signedBy(authority, Duration.ofHours(-1));
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      assertThat(Refusal.of(controller.endpoint(), expired))
          .hasValueSatisfying(
              why -> assertThat(why).startsWith("it refuses our certificate (certificate_"));
    }
  }

  @Test
  void aCertificateThatIsFineIsNotRefused() throws Exception {
    Tls good = signedBy(authority, Duration.ofHours(1));
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      assertThat(Refusal.of(controller.endpoint(), good)).isEmpty();
    }
  }

  @Test
  void aNameThatIsNoneOfTheInternetIsDialledLikeAnyOther() throws Exception {
    Tls good = signedBy(authority, Duration.ofHours(1));
    assertThat(Refusal.of("no_such_host.invalid:7433", good)).isEmpty();
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      assertThat(Refusal.of("[::ffff:127.0.0.1]:" + controller.port(), good)).isEmpty();
    }
  }

  @Test
  void whoIsNotThereSaysNothing() throws Exception {
    Tls good = signedBy(authority, Duration.ofHours(1));
    String endpoint;
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      endpoint = controller.endpoint();
    }
    assertThat(Refusal.of(endpoint, good)).isEmpty();
  }
}
