package dev.plumbline.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, as a table of Markdown: one line for each figure. */
final class Figures {
  private final String unit;
  private final int decimals;
  private final Map<String, Samples> all = new LinkedHashMap<>();

  /**
   * @param unit of all figures
   * @param decimals how many are shown
   */
  Figures(String unit, int decimals) {
    this.unit = unit;
    this.decimals = decimals;
  }

  void add(String name, double figure) {
    all.computeIfAbsent(name, _ -> new Samples()).add(new Sample(figure, 0, 0));
  }

  List<String> lines() {
    List<String> lines =
        new ArrayList<>(List.of("| " + unit + " | runs | median | minimum |", "|---|---|---|---|"));
    all.forEach((name, samples) ->
        lines.add(
            "| "
                + name
                + " | "
                + samples.count()
                + " | "
                + text(samples.median(Sample::wall))
                + " | "
                + text(samples.minimum(Sample::wall))
                + " |"));
    return lines;
  }

  String text(double figure) {
    return String.format(Locale.ROOT, "%." + decimals + "f", figure);
  }
}
