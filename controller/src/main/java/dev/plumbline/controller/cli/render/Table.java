package dev.plumbline.controller.cli.render;

import java.util.ArrayList;
import java.util.List;

/** Rows whose columns stand below each other. */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  List<String> lines() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Lengths.visible(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      if (widths[i] > 0) {
        line.append(line.isEmpty() ? "" : GAP).append(Lengths.padded(row.get(i), widths[i]));
      }
    }
    return line.toString().stripTrailing();
  }
}
