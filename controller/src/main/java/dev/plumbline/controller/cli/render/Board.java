package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.NodeState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every node does now: one line each, with the time that it has been at it. */
public final class Board {
  private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final long FRAME_MS = 100;

  private final Ink ink;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final int nodeWidth;

  /**
   * @param nodes in the order of their lines
   */
  public Board(Ink ink, List<String> nodes, long nowMs) {
    this.ink = ink;
    this.nodeWidth = nodes.stream().mapToInt(String::length).max().orElse(0);
    nodes.forEach(node -> rows.put(node, new Row(NodeState.UNKNOWN, "", nowMs, nowMs)));
  }

  /** A node begins with something. */
  public void working(String node, String now) {
    rows.computeIfPresent(
        node,
        (name, row) ->
            new Row(
                isOver(row.state) ? NodeState.APPLYING : row.state, now, row.sinceMs, row.endMs));
  }

  /** A node changed its state; the clock of its line stops when nothing more will come. */
  public void state(String node, NodeState state, String note, long nowMs) {
    rows.computeIfPresent(node, (name, row) -> new Row(state, note, row.sinceMs, nowMs));
  }

  /**
   * The lines as they are now.
   *
   * @param height the most lines that there is room for; finished nodes are left out first
   */
  public List<String> lines(long nowMs, int width, int height) {
    List<Map.Entry<String, Row>> shown = new ArrayList<>(rows.entrySet());
    if (shown.size() > height) {
      shown.removeIf(entry -> isOver(entry.getValue().state));
    }
    int hidden = rows.size() - Math.min(shown.size(), Math.max(1, height - 1));
    if (rows.size() <= height) {
      hidden = 0;
    }
    List<String> lines = new ArrayList<>();
    shown.stream()
        .limit((long) rows.size() - hidden)
        .forEach(entry -> lines.add(line(entry.getKey(), entry.getValue(), nowMs, width)));
    if (hidden > 0) {
      lines.add(ink.dim("  … and " + hidden + " more"));
    }
    return lines;
  }

  private String line(String node, Row row, long nowMs, int width) {
    boolean over = isOver(row.state);
    String elapsed = Elapsed.of((over ? row.endMs : nowMs) - row.sinceMs);
    String left = mark(row.state, nowMs) + " " + ink.bold(Lengths.padded(node, nodeWidth)) + "  ";
    int room = Math.max(0, width - Lengths.visible(left) - elapsed.length() - 2);
    String text = Lengths.cut(text(row), room);
    return left + Lengths.padded(text, room) + "  " + ink.dim(elapsed);
  }

  private static String text(Row row) {
    String now = Printable.line(row.now);
    String word =
        switch (row.state) {
          case UNKNOWN -> now.isEmpty() ? "beginning" : "";
          case OBSERVING -> now.isEmpty() ? "looking" : "";
          case APPLYING -> now.isEmpty() ? "applying" : "";
          case OFFLINE, PLANNED, WAITING, CONVERGED, DIFFERS, FAILED -> row.state.word();
        };
    return word + (word.isEmpty() || now.isEmpty() ? "" : ": ") + now;
  }

  private String mark(NodeState state, long nowMs) {
    return switch (state) {
      case CONVERGED -> ink.good("✓");
      case FAILED, OFFLINE -> ink.bad("✗");
      case WAITING -> ink.wait("…");
      case DIFFERS -> ink.change("~");
      case UNKNOWN, OBSERVING, PLANNED, APPLYING ->
          ink.wait(String.valueOf(SPINNER.charAt((int) (nowMs / FRAME_MS % SPINNER.length()))));
    };
  }

  private static boolean isOver(NodeState state) {
    return switch (state) {
      case CONVERGED, FAILED, OFFLINE, DIFFERS -> true;
      case UNKNOWN, OBSERVING, PLANNED, APPLYING, WAITING -> false;
    };
  }

  private record Row(NodeState state, String now, long sinceMs, long endMs) {}
}
