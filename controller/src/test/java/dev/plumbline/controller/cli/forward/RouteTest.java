package dev.plumbline.controller.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
  private static final String MASTER = "http://127.0.0.1:8080";

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/jobs/, /jobs/",
    "/proxy/app-1-0/jobs/?a=b, /jobs/?a=b",
    "/proxy/app-1-0, /",
    "/proxy/app-1-0?a=b, /?a=b",
    "/proxyless/app-1/, /proxyless/app-1/"
  })
  void aDriversOwnPathBeginsAfterWhereItBelievesItselfToBe(String asked, String own) {
    assertThat(Route.ofDriver(asked, MASTER)).isEqualTo(new Route.Page(own));
  }

  @Test
  void whatADriversPageSaysOfWorkersIsAtTheMasters() {
    String log = "/proxy/worker-1-x/logPage/?appId=app-1";
    assertThat(Route.ofDriver(log, MASTER)).isEqualTo(new Route.Elsewhere(MASTER + log));
    assertThat(Route.ofMaster(log)).isEqualTo(new Route.Page(log));
  }

  @Test
  void aLongPathWithoutSenseNeedsNoLongThought() {
    String app = "/proxy/app-" + "x".repeat(16_000);
    assertThat(Route.ofDriver(app + "/\u0085", MASTER)).isEqualTo(new Route.Page("/\u0085"));
  }
}
