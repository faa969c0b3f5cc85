package dev.plumbline.resources.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.host.yaml.InMemoryYaml;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {
  /** As cloud-init writes it on Ubuntu. */
  private static final String CLOUD_INIT =
      """
      # This file is generated from information provided by the datasource.  Changes
      # to it will not persist across an instance reboot.

      network:
          ethernets:
              enp0s3:
                  dhcp4: true
                  match:
                      macaddress: 08:00:27:AA:bb:cc
                  set-name: enp0s3
              enp0s8:
                  # The cluster's.
                  addresses: [192.168.56.77/24]
                  nameservers: {search: ["no", yes]}
          version: 2
      """;

  private static NetplanFile file(String text) {
    Path path = Path.of("/etc/netplan/50-cloud-init.yaml");
    return new NetplanFile(path, text, new InMemoryYaml().read(text, path.toString()));
  }

  private static List<String> claims(String text, String nic, String mac) {
    return file(text).stanzas().stream()
        .flatMap(stanza -> Claim.of(stanza, nic, mac).stream())
        .map(claim -> claim.stanza() + (claim.alone() ? "" : " shared"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "enp0s3, 08:00:27:aa:bb:cc, ethernets.enp0s3",
    "enp0s8, 08:00:27:00:00:01, ethernets.enp0s8",
    "renamed, 08:00:27:aa:bb:cc, ethernets.enp0s3",
    "enp0s9, 08:00:27:00:00:02, ''"
  })
  void findsAnInterfaceByNameAndByHardwareAddress(String nic, String mac, String stanza) {
    assertThat(String.join(",", claims(CLOUD_INIT, nic, mac))).isEqualTo(stanza);
  }

  @Test
  void whatIsAboutSeveralInterfacesIsShared() {
    assertThat(
            claims(
                "network: {ethernets: {all: {match: {name: \"en*\"}, dhcp4: true}}}", "enp0s8", ""))
        .containsExactly("ethernets.all shared");
    assertThat(
            claims("network: {ethernets: {a: {match: {driver: virtio}, dhcp4: true}}}", "eth0", ""))
        .containsExactly("ethernets.a shared");
    assertThat(claims("network: {bonds: {bond0: {interfaces: [eth0, eth1]}}}", "eth1", ""))
        .containsExactly("bonds.bond0 shared");
    assertThat(claims("network: {bonds: {bond0: {interfaces: [eth0, eth1]}}}", "bond0", ""))
        .containsExactly("bonds.bond0 shared");
    assertThat(claims("network: {ethernets: {all: {match: {name: \"en*\"}}}}", "eth0", ""))
        .isEmpty();
  }

  @Test
  void aFileWithoutANetworkClaimsNothing() {
    assertThat(claims("other: {a: b}", "eth0", "")).isEmpty();
    assertThat(claims("network: {version: 2}", "eth0", "")).isEmpty();
    assertThat(claims("", "eth0", "")).isEmpty();
  }

  @Test
  void aStanzaIsTakenOutAndTheRestKeepsItsMeaning() {
    NetplanFile rest = file(CLOUD_INIT).without("ethernets", "enp0s3");
    assertThat(rest.text())
        .isEqualTo(
            """
            # This file is generated from information provided by the datasource.  Changes
            # to it will not persist across an instance reboot.

            network:
              ethernets:
                enp0s8:
                  addresses:
                    - 192.168.56.77/24
                  nameservers:
                    search:
                      - "no"
                      - yes
              version: 2
            """);
    assertThat(file(rest.text()).stanzas()).hasSize(1);
    assertThat(rest.without("ethernets", "enp0s8").text()).endsWith("network:\n  version: 2\n");
  }
}
