package dev.plumbline.resources.host.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.links.LinkAddress.Standing;
import dev.plumbline.resources.ip.Cidr;
import dev.plumbline.resources.ip.IpAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Links} must do, on a wire of its own with one other machine on it. */
public abstract class LinksExam {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String OTHER_MAC = "08:00:27:0e:0a:02";

  protected abstract Links links();

  /** Runs a line of shell on the node, which must succeed. */
  protected abstract void run(String line);

  @BeforeEach
  void wire() throws Failure {
    run("ip netns add exam");
    run("ip link add exam0 mtu 1400 type veth peer name exam1 netns exam");
    run("ip -n exam link set exam1 address " + OTHER_MAC + " up");
    run("ip -n exam address add 192.0.2.1/24 dev exam1");
    run("ip -n exam address add 2001:db8::1/64 dev exam1 nodad");
  }

  @AfterEach
  void unplug() {
    run("ip netns del exam; ip link del exam0 2>/dev/null; true");
  }

  private Link exam() throws Failure {
    return links().find("exam0").orElseThrow();
  }

  private void up() throws Failure {
    run("ip link set exam0 up");
    assertThat(links().await("exam0", Link::carrier, PATIENCE)).isTrue();
  }

  @Test
  void knowsWhatIsThere() throws Failure {
    assertThat(links().find("exam9")).isEmpty();
    assertThat(exam().up()).isFalse();
    assertThat(exam().mtu()).isEqualTo(1400);
    assertThat(exam().mac()).matches("([0-9a-f]{2}:){5}[0-9a-f]{2}");
    up();
    assertThat(exam().up()).isTrue();
    run("ip -n exam link set exam1 down");
    assertThat(links().await("exam0", link -> !link.carrier(), PATIENCE)).isTrue();
  }

  @Test
  void seesAddressesAsTheyComeAndGo() throws Failure {
    up();
    run("ip address add 192.0.2.10/24 dev exam0");
    run("ip address add 192.0.2.11/24 dev exam0 valid_lft 1000 preferred_lft 1000");
    run("ip address add 2001:db8::10/64 dev exam0 nodad");
    assertThat(exam().addresses())
        .filteredOn(address -> !address.local())
        .containsExactly(
            new LinkAddress(Cidr.parse("192.0.2.10/24"), true, false, Standing.USED),
            new LinkAddress(Cidr.parse("192.0.2.11/24"), false, false, Standing.USED),
            new LinkAddress(Cidr.parse("2001:db8::10/64"), true, false, Standing.USED));
    assertThat(exam().addresses())
        .filteredOn(LinkAddress::local)
        .allMatch(address -> address.cidr().address().v6());
    run("ip address flush dev exam0");
    assertThat(exam().addresses()).isEmpty();
  }

  @Test
  void seesRoutesButNotThoseThatAddressesBring() throws Failure {
    up();
    run("ip address add 192.0.2.10/24 dev exam0");
    assertThat(exam().routes()).isEmpty();
    run("ip route add 198.51.100.0/24 via 192.0.2.1 metric 77");
    run("ip route add 203.0.113.0/24 dev exam0");
    assertThat(exam().routes())
        .containsExactly(
            new LinkRoute(
                "198.51.100.0/24",
                Optional.of(IpAddress.parse("192.0.2.1")),
                Optional.empty(),
                77,
                true,
                false),
            new LinkRoute("203.0.113.0/24", Optional.empty(), Optional.empty(), 0, true, false));
  }

  @Test
  void findsWhoHasAnAddress() throws Failure {
    up();
    IpAddress v4 = IpAddress.parse("192.0.2.1");
    IpAddress v6 = IpAddress.parse("2001:db8::1");
    Set<IpAddress> asked =
        Set.of(v4, v6, IpAddress.parse("192.0.2.2"), IpAddress.parse("2001:db8::2"));
    assertThat(links().holders("exam0", asked)).isEqualTo(Map.of(v4, OTHER_MAC, v6, OTHER_MAC));
    assertThat(exam().addresses()).allMatch(LinkAddress::local);
  }

  @Test
  void itsOwnAddressIsNoDuplicate() throws Failure {
    up();
    run("ip address add 192.0.2.10/24 dev exam0");
    run("ip address add 2001:db8::10/64 dev exam0 nodad");
    assertThat(
            links()
                .holders(
                    "exam0",
                    Set.of(IpAddress.parse("192.0.2.10"), IpAddress.parse("2001:db8::10"))))
        .isEmpty();
  }

  @Test
  void seesThatTheKernelFoundADuplicate() throws Failure {
    up();
    run("ip address add 2001:db8::1/64 dev exam0");
    assertThat(
            links()
                .await(
                    "exam0",
                    link ->
                        link.addresses().stream()
                            .anyMatch(each -> each.standing() == Standing.DUPLICATE),
                    PATIENCE))
        .isTrue();
  }
}
