package dev.plumbline.resources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileModeTest {
  @ParameterizedTest
  @ValueSource(strings = {"0644", "2775", "0000", "7777"})
  void readsWhatItPrints(String mode) {
    assertThat(FileMode.parse(mode)).hasToString(mode);
    assertThat(FileMode.parse(mode).bits()).isEqualTo(Integer.parseInt(mode, 8));
  }

  @Test
  void refusesThreeDigitsAndGuesses() {
    assertThatThrownBy(() -> FileMode.parse("644"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("(did you mean \"0644\"?)");
  }

  @Test
  void knowsUsualModeThatBecameDecimal() {
    assertThatThrownBy(() -> FileMode.parse("420"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("(did you mean \"0644\", which is 420 in decimal?)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0888", "rw-r--r--", "00644", "0o644", "-644"})
  void refusesWhatIsNotFourOctalDigits(String mode) {
    assertThatThrownBy(() -> FileMode.parse(mode)).isInstanceOf(IllegalArgumentException.class);
  }
}
