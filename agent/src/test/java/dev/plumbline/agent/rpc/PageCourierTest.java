package dev.plumbline.agent.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.identity.Identity;
import dev.plumbline.agent.identity.TestAuthority;
import dev.plumbline.agent.page.TestPages;
import dev.plumbline.proto.v1.PageOrder;
import dev.plumbline.proto.v1.PagePiece;
import dev.plumbline.proto.v1.PageRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCourierTest {
  @TempDir Path directory;
  private final TestAuthority authority = new TestAuthority();
  private final PageCourier courier = none();

  /** Of a node without Spark. */
  static PageCourier none() {
    return new PageCourier(TestPages.none());
  }

  private static PageOrder order(String request, String target) {
    return PageOrder.newBuilder()
        .setRequest(request)
        .setPage(PageRequest.newBuilder().setTarget(target).setHost("localhost"))
        .build();
  }

  @Test
  void saysBesideTheStreamWhyAPageCannotBeShown() throws Exception {
    Identity identity = new Identity(directory);
    identity.install(authority.sign(identity.request("n1"), "n1"), authority.certificate());
    Tls tls = new Tls(identity.key(), identity.certificate(), identity.authority());
    try (TestController controller = new TestController(0, authority, "plumbline-controller");
        Session session = Session.open(controller.endpoint(), tls, _ -> {})) {
      courier.open(session.channel());
      courier.order(order("page.1", "/"));
      PagePiece first = controller.shown();
      assertThat(first.getRequest()).isEqualTo("page.1");
      assertThat(controller.shown().getFailure()).startsWith("no master of Spark runs; ");

      courier.order(order("page.2", "/\r\nX: y"));
      assertThat(controller.shown().getRequest()).isEqualTo("page.2");
      assertThat(controller.shown().getFailure()).contains("path");
    }
  }
}
