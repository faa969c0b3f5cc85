package dev.plumbline.controller.cli.render;

import dev.plumbline.inventory.Explained;
import dev.plumbline.inventory.reference.Topic;
import java.util.List;
import java.util.stream.Collectors;

/** Where each value of a node comes from; and what can be explained at all. */
public final class ExplainedText {
  private static final int LONGEST_VALUE = 60;

  private final Ink ink;

  public ExplainedText(Ink ink) {
    this.ink = ink;
  }

  public List<String> lines(List<Explained> values) {
    Table table = new Table();
    for (Explained value : values) {
      table.row(
          ink.bold(Printable.line(String.join(".", value.path()))),
          Printable.shortened(value.value(), LONGEST_VALUE),
          source(value.from()),
          ink.dim(overridden(value)));
    }
    return table.lines();
  }

  private static String source(Explained.Source source) {
    return Printable.line(source.origin() + " (" + source.layer() + ")");
  }

  private static String overridden(Explained value) {
    return value.overridden().isEmpty()
        ? ""
        : value.overridden().stream()
            .map(ExplainedText::source)
            .collect(Collectors.joining(", ", "overrides ", ""));
  }

  public static List<String> topics(List<Topic> topics) {
    Table table = new Table();
    topics.forEach(topic -> table.row(topic.name(), topic.summary()));
    return table.lines();
  }
}
