package dev.plumbline.controller.cli.json;

import dev.plumbline.inventory.Explained;
import dev.plumbline.inventory.reference.Key;
import dev.plumbline.inventory.reference.Topic;
import java.util.List;

/** Where values come from, and what keys mean. */
public final class ExplainJson {
  private ExplainJson() {}

  public static Json node(String node, List<Explained> values) {
    return new Json().put("node", node).put("values", values, ExplainJson::value);
  }

  private static Json value(Explained value) {
    return new Json()
        .put("path", value.path())
        .put("value", value.value())
        .put("from", source(value.from()))
        .put("overridden", value.overridden(), ExplainJson::source);
  }

  private static Json source(Explained.Source source) {
    return new Json()
        .put("source", source.origin().source())
        .put("line", source.origin().line())
        .put("column", source.origin().column())
        .put("layer", source.layer());
  }

  public static Json topics(List<Topic> topics) {
    return new Json().put("topics", topics, ExplainJson::topic);
  }

  public static Json topic(Topic topic) {
    return new Json()
        .put("name", topic.name())
        .put("printed", topic.printed())
        .put("summary", topic.summary())
        .put("keys", topic.keys(), ExplainJson::key);
  }

  private static Json key(Key key) {
    return new Json()
        .put("path", key.path())
        .put("form", key.form())
        .putOrNull("default", key.fallback().filter(f -> !f.equals(Key.REQUIRED)).orElse(null))
        .put("required", key.fallback().filter(Key.REQUIRED::equals).isPresent())
        .put("meaning", key.meaning());
  }
}
