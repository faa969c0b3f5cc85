package dev.plumbline.controller.cli.json;

import dev.plumbline.resources.codec.CanonicalJson;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds one JSON object, member by member. */
public final class Json {
  private final Map<String, String> members = new TreeMap<>();

  public Json put(String key, String text) {
    members.put(key, CanonicalJson.string(text));
    return this;
  }

  public Json put(String key, long number) {
    members.put(key, Long.toString(number));
    return this;
  }

  public Json put(String key, boolean flag) {
    members.put(key, Boolean.toString(flag));
    return this;
  }

  /** JSON's null where there is no text. */
  public Json putOrNull(String key, @Nullable String text) {
    members.put(key, text == null ? "null" : CanonicalJson.string(text));
    return this;
  }

  /** A time as RFC 3339 has it, in UTC; null where there is none. */
  public Json put(String key, Optional<Instant> time) {
    return putOrNull(key, time.map(Instant::toString).orElse(null));
  }

  /** Leaves the member out where the text is empty. */
  public Json putUnlessEmpty(String key, String text) {
    return text.isEmpty() ? this : put(key, text);
  }

  public Json put(String key, Json object) {
    members.put(key, object.toString());
    return this;
  }

  public <T> Json put(String key, Collection<T> items, Function<T, Json> item) {
    members.put(
        key, CanonicalJson.array(items.stream().map(each -> item.apply(each).toString()).toList()));
    return this;
  }

  public Json put(String key, List<String> texts) {
    members.put(key, CanonicalJson.array(texts.stream().map(CanonicalJson::string).toList()));
    return this;
  }

  @Override
  public String toString() {
    return CanonicalJson.object(members);
  }
}
