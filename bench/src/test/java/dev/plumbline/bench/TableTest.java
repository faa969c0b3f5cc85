package dev.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void showsMediansMinimaAndHowManyTimesTheSecondTakesTheFirst() {
    Table table = new Table();
    for (double wall : new double[] {0.4, 0.2, 0.3, 9}) {
      table.add("no-op", "Quick", new Sample(wall, 1, 2));
    }
    table.add("no-op", "Slow", new Sample(14, 3, 8));

    assertThat(table.lines())
        .containsExactly(
            "| seconds | runs | Quick | | Slow | | ratio | |",
            "|---|---|---|---|---|---|---|---|",
            "| | | median | minimum | median | minimum | median | minimum |",
            "| no-op, wall | 4 | 0.35 | 0.20 | 14.0 | 14.0 | 40.0 | 70.0 |",
            "| no-op, CPU here | 4 | 1.00 | 1.00 | 3.00 | 3.00 | 3.00 | 3.00 |",
            "| no-op, CPU on the nodes | 4 | 2.00 | 2.00 | 8.00 | 8.00 | 4.00 | 4.00 |");
  }
}
