package dev.plumbline.controller.job;

/**
 * A file by its bytes.
 *
 * @param hash SHA-256, 64 lower-case hex digits
 * @param size bytes
 */
public record Content(String hash, long size) {
  public Content {
    if (!isHash(hash) || size < 0) {
      throw new IllegalArgumentException("no content: '" + hash + "', " + size + " bytes");
    }
  }

  /** Whether a text is a hash; one that is not may be a path. */
  public static boolean isHash(String text) {
    return text.length() == 64
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
