package dev.plumbline.controller.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.contact.Reach.Endpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
  private final ScriptedLine line =
      new ScriptedLine("has=bash", "has=timeout", "connection=192.168.56.1 50022 x 22");

  @Test
  void theControllerIsDialledWhereTheNodeSeesUs() {
    assertThat(Reach.endpoints(List.of(), 7433, line.probe()))
        .extracting(Endpoint::toString)
        .containsExactly("192.168.56.1:7433");
  }

  @Test
  void configuredAddressesGoFirst() {
    assertThat(Reach.endpoints(List.of("fd00::1", "head.example"), 7434, line.probe()))
        .extracting(Endpoint::toString)
        .containsExactly("[fd00::1]:7434", "head.example:7434");
  }

  @Test
  void thisMachineIsDialledOnLoopback() {
    assertThat(Reach.endpoints(List.of(), 7433, new ScriptedLine().probe()))
        .containsExactly(new Endpoint("127.0.0.1", 7433));
  }

  @Test
  void oneOpenEndpointIsEnough() {
    line.answers.add(new Finished(0, "closed: bash: connect: Connection refused\nopen\n", ""));
    assertThatCode(() -> Reach.check(line, endpoints())).doesNotThrowAnyException();
  }

  @Test
  void silenceSpeaksOfTheFirewallAndRefusalOfTheAddress() {
    line.answers.add(new Finished(0, "closed: \n", ""));
    assertThatThrownBy(() -> Reach.check(line, endpoints()))
        .isInstanceOfSatisfying(
            ContactException.class,
            failure -> {
              assertThat(failure.isUnreached()).isFalse();
              assertThat(failure.remedy()).contains("open TCP port 7433", "advertise");
            })
        .hasMessageContaining("192.168.56.1:7433: no answer within 5 s");

    line.answers.add(new Finished(0, "closed: bash: connect: Connection refused\n", ""));
    assertThatThrownBy(() -> Reach.check(line, endpoints()))
        .isInstanceOfSatisfying(
            ContactException.class,
            failure -> assertThat(failure.remedy()).doesNotContain("firewall"))
        .hasMessageContaining("connection refused");
  }

  private List<Endpoint> endpoints() {
    return Reach.endpoints(List.of(), 7433, line.probe());
  }
}
