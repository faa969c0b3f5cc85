package dev.plumbline.jobs.gene.counts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpanTest {
  @Test
  void trimsAsManyAtEachEnd() {
    double[] values = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};

    assertThat(Span.of(values, 0.3)).isEqualTo(new Span(4, 7));
    assertThat(Span.of(values, 0.05)).isEqualTo(new Span(1, 10));
  }

  /** Ranks 1, 3, 3, 3, 5: the first and the last two are trimmed by 0.3 of 5. */
  @Test
  void equalValuesStayOrGoTogether() {
    assertThat(Span.of(new double[] {1, 2, 2, 2, 3}, 0.3)).isEqualTo(new Span(2, 2));
    // Ranks 1.5, 1.5, 3, 4.5, 4.5.
    assertThat(Span.of(new double[] {1, 1, 2, 3, 3}, 0.3)).isEqualTo(new Span(2, 2));
  }

  @Test
  void nothingIsLeftOfNothing() {
    assertThat(Span.of(new double[0], 0.3).contains(0)).isFalse();
    // Ranks 1.5 and 3.5 of 4, where those from 2 to 3 stay.
    assertThat(Span.of(new double[] {1, 1, 2, 2}, 0.3).contains(1)).isFalse();
  }
}
