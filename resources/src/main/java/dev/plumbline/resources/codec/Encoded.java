package dev.plumbline.resources.codec;

import dev.plumbline.resources.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A spec as it travels.
 *
 * @param json canonical JSON (RFC 8785); a secret stands in it as {@code {"sha256": digest}}
 * @param secrets the secrets' values by digest, to be sent apart and never stored
 */
public record Encoded(String json, Map<String, String> secrets) {
  public Encoded {
    secrets = Map.copyOf(secrets);
  }

  /** SHA-256 of the JSON, lower-case hexadecimal. */
  public String hash() {
    return Secret.digestOf(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return json;
  }
}
