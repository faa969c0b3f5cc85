package dev.plumbline.agent.job.order;

import java.util.regex.Pattern;

/**
 * Bytes, by their hash.
 *
 * @param hash SHA-256, 64 lower-case hex digits
 */
public record Content(String hash, long size) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public Content {
    if (!HASH.matcher(hash).matches() || size < 0) {
      throw new IllegalArgumentException("'" + hash + "' of " + size + " bytes is no content");
    }
  }
}
