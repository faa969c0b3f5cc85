package dev.plumbline.controller.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.56.99, 24, 192.168.56.10, true",
    "192.168.56.99, 24, 192.168.56.10/24, true",
    "192.168.56.99, 24, 192.168.57.10, false",
    "192.168.56.13, 30, 192.168.56.10, false",
    "192.168.56.13, 30, 192.168.56.14, true",
    "192.168.56.13, 32, 192.168.56.14, false",
    "192.168.56.13, 0, 10.0.0.1, true",
    "fd00::1, 64, fd00::abcd:1, true",
    "fd00::1, 64, fd00:0:0:1::1, false",
    "fd00::1, 48, fd00:0:0:1::1, true",
    "fd00::1, 126, fd00::4, false",
    "fd00::1, 126, fd00::3/64, true",
    "192.168.56.99, 24, fd00::1, false",
    "192.168.56.99, 24, master, false",
  })
  void holdsTheAddressesOfItsPrefix(String any, int prefix, String other, boolean holds) {
    assertThat(Subnet.of(any, prefix).contains(other)).isEqualTo(holds);
  }

  @Test
  void isPrintedByItsFirstAddress() {
    assertThat(Subnet.of("192.168.56.99", 24)).hasToString("192.168.56.0/24");
    assertThat(Subnet.of("fd00::12:5", 112)).hasToString("fd00::12:0/112");
  }

  @Test
  void hasNoMoreBitsThanItsAddresses() {
    assertThatThrownBy(() -> Subnet.of("192.168.56.99", 33))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
