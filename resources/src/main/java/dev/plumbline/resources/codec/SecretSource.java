package dev.plumbline.resources.codec;

import java.util.Map;
import java.util.Optional;

/** Finds the value of a secret by its digest. */
@FunctionalInterface
public interface SecretSource {
  /** No secret's value is at hand. */
  SecretSource NONE = digest -> Optional.empty();

  Optional<String> find(String digest);

  static SecretSource of(Map<String, String> byDigest) {
    return digest -> Optional.ofNullable(byDigest.get(digest));
  }
}
