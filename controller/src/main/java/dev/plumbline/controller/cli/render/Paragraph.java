package dev.plumbline.controller.cli.render;

import java.util.ArrayList;
import java.util.List;

/** Many short items in as few lines as they need. */
final class Paragraph {
  private Paragraph() {}

  /**
   * Items between commas.
   *
   * @param head starts the first line
   * @param indent starts every other line
   */
  static List<String> of(String head, String indent, List<String> items, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(head);
    boolean empty = true;
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? "," : "");
      if (!empty && Lengths.visible(line.toString()) + 1 + item.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(item);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
