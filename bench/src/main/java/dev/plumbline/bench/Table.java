package dev.plumbline.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All that was measured, as a table of Markdown: one line for each action and figure. */
final class Table {
  private static final Map<String, ToDoubleFunction<Sample>> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("wall", Sample::wall);
    FIGURES.put("CPU here", Sample::here);
    FIGURES.put("CPU on the nodes", Sample::nodes);
  }

  private final Map<String, Map<String, Samples>> actions = new LinkedHashMap<>();

  void add(String action, String tool, Sample sample) {
    actions
        .computeIfAbsent(action, _ -> new LinkedHashMap<>())
        .computeIfAbsent(tool, _ -> new Samples())
        .add(sample);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    actions.forEach((action, tools) -> {
      List<String> names = List.copyOf(tools.keySet());
      if (lines.isEmpty()) {
        lines.add("| seconds | runs | " + String.join(" | | ", names) + " | | ratio | |");
        lines.add("|---|---|" + "---|---|".repeat(names.size()) + "---|---|");
        lines.add("| | |" + " median | minimum |".repeat(names.size() + 1));
      }
      FIGURES.forEach((name, figure) -> lines.add(line(action + ", " + name, tools, figure)));
    });
    return lines;
  }

  private static String line(
      String name, Map<String, Samples> tools, ToDoubleFunction<Sample> figure) {
    StringBuilder line = new StringBuilder("| " + name + " |");
    List<Samples> all = List.copyOf(tools.values());
    line.append(" ").append(all.getFirst().count()).append(" |");
    for (Samples samples : all) {
      line.append(number(samples.median(figure))).append(number(samples.minimum(figure)));
    }
    line.append(number(all.getLast().median(figure) / all.getFirst().median(figure)));
    line.append(number(all.getLast().minimum(figure) / all.getFirst().minimum(figure)));
    return line.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? " %.2f |" : " %.1f |", value);
  }
}
