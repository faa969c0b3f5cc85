package dev.plumbline.controller.cli.render;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, with three lines around each difference. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** A table of this many cells is the most that a diff may cost. */
  private static final long AFFORDABLE = 4_000_000;

  private UnifiedDiff() {}

  /** One line of a diff. */
  record Line(Kind kind, String text) {}

  enum Kind {
    SAME,
    REMOVED,
    ADDED,
    /** Names the lines that follow. */
    HUNK
  }

  static List<Line> of(String from, String to) {
    List<Line> all = align(lines(from), lines(to));
    if (from.isEmpty() || to.isEmpty()) {
      return all;
    }
    return hunks(all);
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (!text.isEmpty() && !text.endsWith("\n")) {
      lines.set(lines.size() - 1, lines.getLast() + " (no line end)");
    }
    return lines;
  }

  /** Every line of both texts, the common ones once. */
  private static List<Line> align(List<String> from, List<String> to) {
    int start = 0;
    while (start < from.size() && start < to.size() && from.get(start).equals(to.get(start))) {
      start++;
    }
    int end = 0;
    while (end < from.size() - start
        && end < to.size() - start
        && from.get(from.size() - 1 - end).equals(to.get(to.size() - 1 - end))) {
      end++;
    }
    List<Line> all = new ArrayList<>();
    from.subList(0, start).forEach(line -> all.add(new Line(Kind.SAME, line)));
    middle(from.subList(start, from.size() - end), to.subList(start, to.size() - end), all);
    from.subList(from.size() - end, from.size())
        .forEach(line -> all.add(new Line(Kind.SAME, line)));
    return all;
  }

  /** Longest common subsequence, or a plain replacement where that would cost too much. */
  private static void middle(List<String> from, List<String> to, List<Line> all) {
    int n = from.size();
    int m = to.size();
    int[][] longest = new int[0][0];
    boolean affordable = (long) n * m <= AFFORDABLE;
    if (affordable) {
      longest = new int[n + 1][m + 1];
      for (int i = n - 1; i >= 0; i--) {
        for (int j = m - 1; j >= 0; j--) {
          longest[i][j] =
              from.get(i).equals(to.get(j))
                  ? longest[i + 1][j + 1] + 1
                  : Math.max(longest[i + 1][j], longest[i][j + 1]);
        }
      }
    }
    int i = 0;
    int j = 0;
    while (i < n || j < m) {
      if (affordable && i < n && j < m && from.get(i).equals(to.get(j))) {
        all.add(new Line(Kind.SAME, from.get(i++)));
        j++;
      } else if (i < n && (!affordable || j == m || longest[i + 1][j] >= longest[i][j + 1])) {
        all.add(new Line(Kind.REMOVED, from.get(i++)));
      } else {
        all.add(new Line(Kind.ADDED, to.get(j++)));
      }
    }
  }

  private static List<Line> hunks(List<Line> all) {
    List<Line> shown = new ArrayList<>();
    int i = 0;
    int fromLine = 1;
    int toLine = 1;
    while (i < all.size()) {
      int next = nextDifference(all, i);
      if (next == all.size()) {
        break;
      }
      int start = Math.max(i, next - CONTEXT);
      fromLine += start - i;
      toLine += start - i;
      int end = hunkEnd(all, next);
      List<Line> hunk = all.subList(start, end);
      int removed = count(hunk, Kind.ADDED);
      int added = count(hunk, Kind.REMOVED);
      shown.add(
          new Line(
              Kind.HUNK, "@@ -" + fromLine + "," + removed + " +" + toLine + "," + added + " @@"));
      shown.addAll(hunk);
      fromLine += removed;
      toLine += added;
      i = end;
    }
    return shown;
  }

  /** How many lines of a hunk stand in the text that does not hold that kind of line. */
  private static int count(List<Line> hunk, Kind absent) {
    return (int) hunk.stream().filter(line -> line.kind() != absent).count();
  }

  private static int nextDifference(List<Line> all, int from) {
    int i = from;
    while (i < all.size() && all.get(i).kind() == Kind.SAME) {
      i++;
    }
    return i;
  }

  /** Past the last line of the hunk: differences that are near each other share one. */
  private static int hunkEnd(List<Line> all, int difference) {
    int last = difference;
    for (int i = difference; i < all.size() && i - last <= 2 * CONTEXT; i++) {
      if (all.get(i).kind() != Kind.SAME) {
        last = i;
      }
    }
    return Math.min(all.size(), last + 1 + CONTEXT);
  }
}
