package dev.plumbline.controller.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void showsControlCharactersAndDirectionMarksAsEscapes() {
    assertThat(Printable.line("a\tb\nc\rd\u001be\u0000f\u202eg"))
        .isEqualTo("a\\tb\\nc\\rd\\x1be\\x00f\\u202eg");
  }

  @Test
  void leavesEverythingElseAlone() {
    assertThat(Printable.line("Größe → 🚀")).isEqualTo("Größe → 🚀");
  }

  @Test
  void shortensToTheGivenLength() {
    assertThat(Printable.shortened("abcdef", 4)).isEqualTo("abc…");
    assertThat(Printable.shortened("abcd", 4)).isEqualTo("abcd");
  }
}
