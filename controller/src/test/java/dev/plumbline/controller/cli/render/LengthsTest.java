package dev.plumbline.controller.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LengthsTest {
  private static final String RED = Ink.ANSI.remove("abcdef");

  @Test
  void colourTakesNoRoom() {
    assertThat(Lengths.visible(RED)).isEqualTo(6);
    assertThat(Lengths.padded(RED, 8)).isEqualTo(RED + "  ");
  }

  @Test
  void cuttingKeepsTheEndOfAColour() {
    assertThat(Lengths.cut(RED, 4)).isEqualTo("\u001b[31mabc…\u001b[0m");
    assertThat(Lengths.cut(RED, 6)).isEqualTo(RED);
  }
}
