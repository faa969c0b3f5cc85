package dev.plumbline.inventory.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A topic as a terminal shows it. */
public final class ExplainedTopic {
  private static final int WIDTH = 88;

  private ExplainedTopic() {}

  /** What it is, an example where it is a kind of resource, and every key. */
  public static String text(Topic topic) {
    StringBuilder text = new StringBuilder(topic.name());
    if (!topic.printed().equals(topic.name())) {
      text.append(", printed as ").append(topic.printed());
    }
    text.append("\n\n").append(prose(topic).orElseGet(() -> wrapped(topic.summary(), "")));
    text.append("\nKeys\n");
    for (Key key : topic.keys()) {
      text.append("  ").append(key.path()).append(": ").append(key.form());
      key.fallback()
          .ifPresent(value ->
              text.append(value.equals(Key.REQUIRED) ? "; required" : "; default " + value));
      text.append('\n').append(wrapped(key.meaning(), "      "));
    }
    return text.toString();
  }

  /** The page of a kind up to its keys; the example is indented. */
  private static Optional<String> prose(Topic topic) {
    String name = topic.name() + ".md";
    try (InputStream in = ExplainedTopic.class.getResourceAsStream(name)) {
      if (in == null) {
        return Optional.empty();
      }
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String head = page.substring(0, page.indexOf(MarkdownPage.KEYS));
      String[] parts = head.split("\n\n", 3);
      return parts.length < 3 ? Optional.empty() : Optional.of(plain(parts[2]));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of this program", e);
    }
  }

  private static String plain(String markdown) {
    StringBuilder text = new StringBuilder();
    boolean example = false;
    for (String line : markdown.split("\n")) {
      if (line.startsWith("```")) {
        example = !example;
      } else if (example) {
        text.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
      } else {
        text.append(line.isEmpty() ? "\n" : wrapped(line.replace("`", ""), ""));
      }
    }
    return text.toString();
  }

  private static String wrapped(String text, String indent) {
    StringBuilder wrapped = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (line.length() > indent.length() && line.length() + word.length() >= WIDTH) {
        wrapped.append(line.toString().stripTrailing()).append('\n');
        line.setLength(indent.length());
      }
      line.append(word).append(' ');
    }
    return wrapped.append(line.toString().stripTrailing()).append('\n').toString();
  }
}
