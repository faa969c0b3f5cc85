package dev.plumbline.inventory.yaml;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads a text that must be exactly one YAML document. */
public final class YamlReader {
  private YamlReader() {}

  /**
   * Reads the document.
   *
   * @param source what messages call the text
   * @return empty if anything was wrong: a syntax error ends the reading and is one problem; all
   *     problems of another sort are found together
   */
  public static Optional<Value> read(String text, String source, Problems problems) {
    int before = problems.size();
    try {
      @Nullable Value value = document(text, source, problems);
      return value == null || problems.size() > before ? Optional.empty() : Optional.of(value);
    } catch (MarkedYAMLException e) {
      SyntaxWords.report(e, text, source, problems);
    } catch (ReaderException e) {
      problems.add(
          "yaml-character",
          TextPlace.end(source, text.substring(0, text.offsetByCodePoints(0, e.getPosition()))),
          "the character U+%04X is not allowed in YAML; in double quotes it can be written as \\u%04X"
              .formatted(e.getCodePoint(), e.getCodePoint()));
    } catch (TreeBuilder.TooMuchException e) {
      problems.add(e.problem());
    }
    return Optional.empty();
  }

  private static @Nullable Value document(String text, String source, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    Parser parser = new ParserImpl(new StreamReader(text), options);
    parser.getEvent();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return empty(new Origin(source, 1, 1), problems);
    }
    parser.getEvent();
    Value value = new TreeBuilder(parser, source, problems).value(0);
    parser.getEvent();
    if (parser.checkEvent(Event.ID.DocumentStart)) {
      problems.add(
          "yaml-documents",
          TextPlace.of(source, parser.peekEvent().getStartMark()),
          "a second document begins here; an inventory is one document");
    }
    if (value instanceof Value.Scalar scalar && scalar.isNull()) {
      return empty(value.origin(), problems);
    }
    return value;
  }

  private static @Nullable Value empty(Origin origin, Problems problems) {
    problems.add("file-empty", origin, "there is nothing in this file");
    return null;
  }
}
