package dev.plumbline.resources.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.168.56.10, 192.168.56.10",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "FD00:0:0:0:0:0:0:10, fd00::10",
    "::, ::",
    "::1, ::1",
    "fe80::, fe80::",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "::ffff:192.168.56.10, ::ffff:c0a8:380a",
  })
  void writesTheCanonicalText(String written, String canonical) {
    assertThat(IpAddress.parse(written)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.04",
        "1.2.3.-4",
        "1.2.3. 4",
        "1..2.3",
        "10.0.0.1/24",
        "master",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7::8",
        "12345::",
        "g::",
        "::1%eth0",
        ":1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:",
        "1.2.3.4::",
        "1:2:3:4:5:6:7:1.2.3.4",
      })
  void refusesWhatIsNoAddress(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IpAddress.parse(text))
        .withMessageContaining("'" + text + "' is not an IP address");
  }

  @Test
  void agreesWithThePlatformOnEveryAddress() throws UnknownHostException {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[i % 2 == 0 ? 4 : 16];
      random.nextBytes(bytes);
      for (int b = 0; b < bytes.length; b++) {
        bytes[b] = random.nextInt(3) == 0 ? bytes[b] : 0;
      }
      InetAddress platform = InetAddress.getByAddress(bytes);
      IpAddress read = IpAddress.parse(platform.getHostAddress());
      assertThat(read.v6()).isEqualTo(bytes.length == 16);
      assertThat(IpAddress.parse(read.toString())).isEqualTo(read);
      if (!read.v6()) {
        assertThat(read).hasToString(platform.getHostAddress());
      } else if (platform.getAddress().length == 16) {
        assertThat(InetAddress.ofLiteral(read.toString())).isEqualTo(platform);
      }
    }
  }

  @Test
  void ordersByNumberAndNotByText() {
    assertThat(
            Stream.of("fd00::1", "10.0.0.10", "ff00::", "10.0.0.9").map(IpAddress::parse).sorted())
        .extracting(IpAddress::toString)
        .containsExactly("10.0.0.9", "10.0.0.10", "fd00::1", "ff00::");
  }
}
