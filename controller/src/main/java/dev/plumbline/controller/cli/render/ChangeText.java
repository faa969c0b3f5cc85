package dev.plumbline.controller.cli.render;

import dev.plumbline.resources.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of a step. */
final class ChangeText {
  /** Columns of the mark that a line of a text begins with. */
  private static final int MARK = 4;

  private static final int LONGEST_VALUE = 160;

  /** How many lines of a text are shown unless everything is asked for. */
  private static final int MOST_LINES = 40;

  private final Ink ink;
  private final int width;
  private final boolean everything;

  /**
   * @param width the most columns of a line of a text, unless everything is shown
   */
  ChangeText(Ink ink, int width, boolean everything) {
    this.ink = ink;
    this.width = width;
    this.everything = everything;
  }

  /** The change in one line, or empty if it takes more. */
  String inline(Change change, Sign sign) {
    return switch (change) {
      case Change.Certain certain ->
          certain.attribute() + ": " + sides(certain.from(), certain.to(), sign);
      case Change.Text _ -> "";
      case Change.KnownAfterApply later ->
          later.attribute()
              + ": "
              + (later.from() == null ? "" : value(later.from()) + " → ")
              + "(known after apply"
              + (later.source().isEmpty() ? "" : ", from " + Printable.line(later.source()))
              + ")";
      case Change.Hidden hidden -> hidden.attribute() + ": (secret, differs)";
    };
  }

  List<String> lines(Change change, Sign sign) {
    if (!(change instanceof Change.Text text)) {
      return List.of(inline(change, sign));
    }
    List<String> lines = new ArrayList<>();
    lines.add(text.attribute() + ":");
    List<UnifiedDiff.Line> diff = UnifiedDiff.of(orEmpty(text.from()), orEmpty(text.to()));
    int most = everything ? diff.size() : MOST_LINES;
    diff.stream().limit(most).map(this::line).forEach(lines::add);
    if (diff.size() > most) {
      lines.add(ink.dim("  … " + (diff.size() - most) + " more lines; --verbose shows them"));
    }
    return lines;
  }

  private String line(UnifiedDiff.Line line) {
    String whole = Printable.line(line.text());
    String text = everything ? whole : Lengths.cut(whole, Math.max(1, width - MARK));
    return switch (line.kind()) {
      case SAME -> "    " + text;
      case ADDED -> ink.add("  + " + text);
      case REMOVED -> ink.remove("  - " + text);
      case HUNK -> ink.dim("  " + text);
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** What appears or goes as a whole needs no arrow. */
  private static String sides(@Nullable String from, @Nullable String to, Sign sign) {
    if (to != null && sign == Sign.ADD) {
      return value(to);
    }
    if (to == null && from != null && sign == Sign.REMOVE) {
      return value(from);
    }
    return value(from) + " → " + value(to);
  }

  private static String value(@Nullable String value) {
    if (value == null) {
      return "(absent)";
    }
    return value.isEmpty() ? "(empty)" : Printable.shortened(value, LONGEST_VALUE);
  }
}
