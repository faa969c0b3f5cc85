package dev.plumbline.inventory.reference;

import java.util.List;

/** The pages under docs that are made from topics. */
public final class MarkdownPage {
  static final String KEYS = "\n## Keys\n\n";

  private MarkdownPage() {}

  /**
   * The page of a kind.
   *
   * @param prose what it does, with an example, in Markdown
   */
  public static String kind(Topic topic, String prose) {
    String title = "# " + topic.name() + "\n\n";
    String printed = "Printed as `" + topic.printed() + "`.\n\n";
    return title + printed + prose.strip() + "\n" + KEYS + table(topic);
  }

  /** The page that lists all kinds. */
  public static String index(List<Topic> kinds) {
    StringBuilder page =
        new StringBuilder(
            "# Kinds of resources\n\nIn the order in which they are applied where nothing else orders them.\n\n");
    page.append("| key | printed as | what it is |\n|---|---|---|\n");
    for (Topic kind : kinds) {
      page.append(
          "| [%s](%s.md) | `%s` | %s |\n"
              .formatted(kind.name(), kind.name(), kind.printed(), cell(kind.summary())));
    }
    return page.toString();
  }

  /** The keys of a topic as a table. */
  public static String table(Topic topic) {
    StringBuilder table =
        new StringBuilder("| key | value | default | meaning |\n|---|---|---|---|\n");
    for (Key key : topic.keys()) {
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  key.path(),
                  cell(key.form()),
                  key.fallback().map(MarkdownPage::fallback).orElse(""),
                  cell(key.meaning())));
    }
    return table.toString();
  }

  private static String fallback(String value) {
    return value.equals(Key.REQUIRED) ? value : "`" + value + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
