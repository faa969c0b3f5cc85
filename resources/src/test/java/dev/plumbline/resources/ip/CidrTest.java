package dev.plumbline.resources.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.56.10/24, 192.168.56.10/24",
    "10.0.0.1/32, 10.0.0.1/32",
    "FD00:0::10/64, fd00::10/64"
  })
  void readsAndWrites(String text, String canonical) {
    assertThat(Cidr.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.56.10, 192.168.56.10/24",
    "fd00::10, fd00::10/64",
    "192.168.56.10/33, 1 to 32",
    "192.168.56.10/0, 1 to 32",
    "fd00::10/129, 1 to 128",
    "192.168.56.10/x, not a prefix length",
    "192.168.56.10/-1, not a prefix length",
    "192.168.56.10/, not a prefix length",
    "192.168.56/24, 192.168.56",
    "192.168.56.256/24, 192.168.56.256",
    "192.168.56.10/24/24, not a prefix length"
  })
  void saysWhatIsWrong(String text, String says) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.56.10/24, 192.168.56.255, true",
    "192.168.56.10/24, 192.168.57.10, false",
    "192.168.56.10/25, 192.168.56.130, false",
    "10.0.0.1/1, 127.0.0.1, true",
    "10.0.0.1/32, 10.0.0.1, true",
    "10.0.0.1/32, 10.0.0.2, false",
    "fd00::1/64, fd00::ffff:1:2:3, true",
    "fd00::1/64, fd00:0:0:1::1, false",
    "fd00::1/80, fd00::1:2:3, true",
    "fd00::1/80, fd00::1:0:0:1, false",
    "fd00::1/128, fd00::1, true",
    "192.168.56.10/24, ::1, false"
  })
  void knowsItsSubnet(String cidr, String address, boolean inside) {
    assertThat(Cidr.parse(cidr).contains(IpAddress.parse(address))).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.56.0/24", "10.0.0.128/25", "fd00::/64", "10.0.0.4/30"})
  void knowsTheAddressOfASubnet(String text) {
    assertThat(Cidr.parse(text).isNetwork()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.56.1/24", "10.0.0.4/31", "10.0.0.0/32", "fd00::/128"})
  void knowsTheAddressOfAMachine(String text) {
    assertThat(Cidr.parse(text).isNetwork()).isFalse();
    assertThat(Cidr.parse(text).isBroadcast()).isFalse();
  }

  @Test
  void knowsTheBroadcastAddress() {
    assertThat(Cidr.parse("192.168.56.255/24").isBroadcast()).isTrue();
    assertThat(Cidr.parse("10.0.0.127/25").isBroadcast()).isTrue();
    assertThat(Cidr.parse("fd00::ffff:ffff:ffff:ffff/64").isBroadcast()).isFalse();
  }
}
