package dev.plumbline.resources.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.host.processes.Command;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressResourceTest {
  private final TestNetwork node = new TestNetwork();

  private List<String> attributes(AddressSpec spec) throws Failure {
    return node.resource().diff(spec, node.resource().observe(spec)).stream()
        .map(Change::attribute)
        .toList();
  }

  private String refusal(AddressSpec spec) throws Failure {
    AddressObservation observed = node.resource().observe(spec);
    return node.resource()
        .refuse(spec, observed, node.resource().diff(spec, observed), Set.of())
        .map(failure -> failure.getMessage() + " | " + failure.remedy())
        .orElse("");
  }

  @Test
  void aConvergedInterfaceHasNoChange() throws Failure {
    AddressSpec spec = TestNetwork.spec("192.168.56.10/24", "fd00::10/64");
    node.converged(spec);
    assertThat(attributes(spec)).isEmpty();
    assertThat(node.started()).isEmpty();
  }

  @Test
  void anAddressThatWasDeletedByHandIsAChange() throws Failure {
    AddressSpec spec = TestNetwork.spec("192.168.56.10/24", "fd00::10/64");
    node.converged(spec);
    node.has("fd00::10/64");
    assertThat(node.resource().diff(spec, node.resource().observe(spec)))
        .containsExactly(Change.of("addresses", "fd00::10/64", "192.168.56.10/24, fd00::10/64"));
  }

  @Test
  void anAddressThatWasAddedByHandIsAChange() throws Failure {
    AddressSpec spec = TestNetwork.spec("192.168.56.10/24");
    node.converged(spec);
    node.has("192.168.56.10/24", "10.9.9.9/8");
    assertThat(attributes(spec)).containsExactly("addresses");
  }

  @Test
  void whatNetworkdWasGivenMustFollowTheFile() throws Failure {
    AddressSpec spec = TestNetwork.spec("192.168.56.10/24");
    node.converged(spec);
    node.files()
        .file(
            "/run/systemd/network/10-netplan-enp0s8.network",
            "[Match]\nName=enp0s8\n\n[Network]\nLinkLocalAddressing=ipv6\nAddress=192.168.56.9/24\n");
    assertThat(attributes(spec)).containsExactly("given to networkd");
  }

  @Test
  void anEditedFileIsAChange() throws Failure {
    AddressSpec spec = TestNetwork.spec("192.168.56.10/24");
    node.converged(spec);
    node.files().file(OwnFile.path("enp0s8").toString(), "network: {version: 2}\n");
    assertThat(attributes(spec)).contains("file");
  }

  @Test
  void anInterfaceOfAnotherFileIsRefusedByName() throws Failure {
    node.files()
        .file(
            "/etc/netplan/50-cloud-init.yaml",
            "network: {version: 2, ethernets: {enp0s8: {dhcp4: true}}}");
    assertThat(refusal(TestNetwork.spec("192.168.56.10/24")))
        .startsWith("enp0s8 is configured by /etc/netplan/50-cloud-init.yaml already | ")
        .contains("takeover: true");
  }

  @Test
  void takeoverIsAChangeOfTheOtherFile() throws Failure {
    node.files()
        .file(
            "/etc/netplan/50-cloud-init.yaml",
            "network: {version: 2, ethernets: {enp0s8: {dhcp4: true}}}");
    AddressSpec spec = TestNetwork.taking("192.168.56.10/24");
    assertThat(refusal(spec)).isEmpty();
    assertThat(attributes(spec)).contains("/etc/netplan/50-cloud-init.yaml", "file", "addresses");
    Guard guard = node.guard(spec);
    assertThat(guard.files())
        .extracting(Object::toString)
        .containsExactly(
            "/etc/netplan/90-plumbline-enp0s8.yaml",
            "/etc/netplan/50-cloud-init.yaml",
            "/etc/netplan/50-cloud-init.yaml.before-plumbline");
  }

  @Test
  void aFileThatIsHiddenByAnotherDirectoryDoesNotCount() throws Failure {
    node.files()
        .file("/etc/netplan/50-x.yaml", "network: {ethernets: {enp0s8: {dhcp4: true}}}")
        .file("/run/netplan/50-x.yaml", "network: {version: 2}");
    assertThat(refusal(TestNetwork.spec("192.168.56.10/24"))).isEmpty();
  }

  @Test
  void whatIsNotThereOrNotNetworkdsIsRefused() throws Failure {
    AddressSpec spec = TestNetwork.spec("192.168.56.10/24");
    assertThat(refusal(TestNetwork.named("enp0s99"))).contains("no network interface enp0s99");
    node.files().file("/etc/network/interfaces", "auto enp0s8\niface enp0s8 inet dhcp\n");
    assertThat(refusal(spec)).contains("ifupdown");
    node.files().file("/etc/netplan/01.yaml", "network: {renderer: NetworkManager}");
    assertThat(refusal(spec)).contains("NetworkManager");
    node.masked();
    node.files().file("/etc/netplan/01.yaml", "network: {renderer: networkd}");
    assertThat(refusal(spec)).contains("is masked");
    assertThat(new TestNetwork(false).resource().observe(spec).netplan()).isFalse();
  }

  @Test
  void aDuplicateIsNamedAndNothingIsTouched() throws Failure {
    AddressSpec spec = TestNetwork.spec("192.168.56.10/24");
    node.links().other("192.168.56.10", "08:00:27:aa:bb:cc");
    AddressObservation observed = node.resource().observe(spec);
    node.answersEverything();
    assertThatThrownBy(() -> node.resource().probe(spec, observed, Progress.SILENT))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("192.168.56.10 belongs to 08:00:27:aa:bb:cc");
    assertThat(node.files().list(OwnFile.DIRECTORY)).isEmpty();
    assertThat(node.started()).noneMatch(command -> command.startsWith("networkctl"));
  }

  @Test
  void aGuardBringsBackWhatNetworkdDidNotManage() throws Failure {
    AddressSpec spec = TestNetwork.spec("192.168.56.10/24");
    node.has("10.213.0.9/24");
    Guard guard = node.guard(spec);
    assertThat(guard.addresses()).containsExactly(new Guard.Address("192.168.56.10", 24));
    assertThat(guard.restore())
        .extracting(Command::toString)
        .containsSubsequence(
            "netplan generate",
            "networkctl reload",
            "ip address flush dev enp0s8 scope global",
            "ip link set dev enp0s8 mtu 1500 up",
            "ip address replace 10.213.0.9/24 dev enp0s8",
            "ip route replace 0.0.0.0/0 via 10.213.0.1 dev enp0s8")
        .doesNotContain("networkctl reconfigure enp0s8");
  }

  @Test
  void whatLeftTheInventoryIsTakenAway() throws Failure {
    AddressSpec spec = TestNetwork.spec("192.168.56.10/24");
    node.converged(spec);
    AddressSpec gone = spec.withdrawn().orElseThrow();
    assertThat(attributes(gone)).containsExactly("file", "addresses");
    assertThat(node.guard(gone).addresses()).isEmpty();
    assertThat(new TestNetwork().resource().observe(gone).file()).isEmpty();
  }
}
