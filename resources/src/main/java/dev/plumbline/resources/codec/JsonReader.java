package dev.plumbline.resources.codec;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into a tree. */
public final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonParser parser;
  private final String source;

  private JsonReader(JsonParser parser, String source) {
    this.parser = parser;
    this.source = source;
  }

  /**
   * Reads one JSON value.
   *
   * @param source what messages call the text
   * @throws IllegalArgumentException if the text is not one JSON value
   */
  public static Value read(String json, String source) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      JsonReader reader = new JsonReader(parser, source);
      Value value = reader.value(parser.nextToken());
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(
            reader.here() + ": text after the end of the JSON value");
      }
      return value;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(source + ": " + e.getOriginalMessage(), e);
    }
  }

  private Value value(JsonToken token) {
    Origin origin = here();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Value.Entry> entries = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        Origin key = here();
        String name = parser.currentName();
        entries.put(name, new Value.Entry(key, value(parser.nextToken())));
      }
      return new Value.Mapping(entries, origin);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Value> items = new ArrayList<>();
      for (JsonToken next = parser.nextToken();
          next != JsonToken.END_ARRAY;
          next = parser.nextToken()) {
        items.add(value(next));
      }
      return new Value.Sequence(items, origin);
    }
    if (token == null) {
      throw new IllegalArgumentException(origin + ": no JSON value");
    }
    return new Value.Scalar(parser.getString(), token != JsonToken.VALUE_STRING, origin);
  }

  private Origin here() {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new Origin(source, Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()));
  }
}
