package dev.plumbline.controller.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedrawTest {
  private final Redraw redraw = new Redraw();

  @Test
  void theSecondDrawingGoesOverTheFirst() {
    assertThat(redraw.drawn(List.of("one", "two"), 80)).doesNotContain("A");
    assertThat(redraw.drawn(List.of("one", "two"), 80)).contains("\u001b[2A");
  }

  @Test
  void aNarrowerTerminalHasBrokenTheOldLines() {
    redraw.drawn(List.of("x".repeat(80), "short"), 80);
    assertThat(redraw.drawn(List.of("x".repeat(30), "short"), 30)).contains("\u001b[4A");
  }

  @Test
  void clearingGivesTheTerminalBack() {
    redraw.drawn(List.of("one"), 80);
    assertThat(redraw.cleared(80)).isEqualTo("\r\u001b[1A\u001b[J" + Redraw.NORMAL);
    assertThat(redraw.isEmpty()).isTrue();
    assertThat(redraw.cleared(80)).isEmpty();
  }
}
