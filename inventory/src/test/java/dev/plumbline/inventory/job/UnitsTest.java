package dev.plumbline.inventory.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "90s, 90, 1m30s",
    "20m, 1200, 20m",
    "1h30m, 5400, 1h30m",
    "2d, 172800, 2d",
    "100h, 360000, 4d4h"
  })
  void readsTimes(String text, long seconds, String shortest) {
    TimeSpan span = TimeSpan.parse(text);
    assertThat(span.duration().toSeconds()).isEqualTo(seconds);
    assertThat(span).hasToString(shortest).isEqualTo(TimeSpan.parse(shortest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "0s", "1.5h", "30m1h", "m", "", "-1s", "1 h"})
  void refusesOtherTimes(String text) {
    assertThatThrownBy(() -> TimeSpan.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1GiB, 1073741824, 1GiB",
    "512 MiB, 536870912, 512MiB",
    "1GB, 1000000000, 1000000000B",
    "7B, 7, 7B"
  })
  void readsSizes(String text, long bytes, String shortest) {
    ByteSize size = ByteSize.parse(text);
    assertThat(size.bytes()).isEqualTo(bytes);
    assertThat(size).hasToString(shortest).isEqualTo(ByteSize.parse(shortest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1G", "1024", "0MiB", "1.5GiB", "GiB", "99999999999TiB", ""})
  void refusesOtherSizes(String text) {
    assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
