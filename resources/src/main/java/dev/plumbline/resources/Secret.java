package dev.plumbline.resources;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A value that must never reach a disk, a log, a change or a report. It always knows its digest, so
 * that drift can be seen where the value itself is not at hand, and prints as {@code (secret)}.
 */
public final class Secret {
  private final String digest;
  private final Optional<String> value;

  private Secret(String digest, Optional<String> value) {
    this.digest = digest;
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(digestOf(value.getBytes(StandardCharsets.UTF_8)), Optional.of(value));
  }

  /** A secret of which only the digest is at hand. */
  public static Secret known(String digest) {
    return new Secret(digest, Optional.empty());
  }

  /** SHA-256 in lower-case hexadecimal, as {@link #digest()} has it. */
  public static String digestOf(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** SHA-256 of the value's UTF-8 bytes, lower-case hexadecimal. */
  public String digest() {
    return digest;
  }

  /** The value, where it is at hand. */
  public Optional<String> value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
