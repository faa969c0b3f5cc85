package dev.plumbline.agent.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.identity.Identity;
import dev.plumbline.agent.identity.TestAuthority;
import dev.plumbline.agent.job.content.Courier;
import dev.plumbline.agent.job.order.Content;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection has room for so many calls: one that goes nowhere must not stay on it. */
class ContentCourierTest {
  private static final Content CONTENT = new Content("0".repeat(64), 9);

  @TempDir Path directory;
  private final TestAuthority authority = new TestAuthority();
  private final ContentCourier courier = new ContentCourier();

  /** What is done over a connection. */
  private interface Use {
    void use(TestController controller) throws Exception;
  }

  private void connected(Use use) throws Exception {
    Identity identity = new Identity(directory);
    identity.install(authority.sign(identity.request("n1"), "n1"), authority.certificate());
    Tls tls = new Tls(identity.key(), identity.certificate(), identity.authority());
    try (TestController controller = new TestController(0, authority, "plumbline-controller");
        Session session = Session.open(controller.endpoint(), tls, _ -> {})) {
      courier.open(session.channel());
      use.use(controller);
    }
  }

  /** Takes nothing. */
  private static final class FullDisk implements Courier.Intake {
    @Override
    public Content content() {
      return CONTENT;
    }

    @Override
    public long have() {
      return 0;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void aFetchEndsWithTheDiskThatIsFull() throws Exception {
    connected(controller -> {
      assertThatThrownBy(() -> courier.fetch(List.of(new FullDisk())))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("no space left");
      assertThat(controller.givenUp()).isTrue();
    });
  }

  @Test
  void aDeliveryEndsWithTheFileThatIsGone() throws Exception {
    connected(controller -> {
      assertThatThrownBy(() ->
              courier.deliver(
                  CONTENT,
                  (_, _) -> {
                    throw new IOException("it went away");
                  }))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("it went away");
      assertThat(controller.givenUp()).isTrue();
    });
  }
}
