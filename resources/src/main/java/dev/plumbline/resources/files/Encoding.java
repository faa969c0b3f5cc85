package dev.plumbline.resources.files;

import dev.plumbline.resources.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How the content of a file is written in a spec. */
public enum Encoding {
  TEXT,
  BASE64;

  /**
   * @throws IllegalArgumentException if the content is not of this form
   */
  byte[] decode(String content) {
    return switch (this) {
      case TEXT -> content.getBytes(StandardCharsets.UTF_8);
      case BASE64 -> Base64.getDecoder().decode(content);
    };
  }

  /**
   * The digest that a {@link Secret} of these bytes has in this form, so that a file can be
   * compared with a secret whose value is not at hand.
   */
  String digest(byte[] bytes) {
    return switch (this) {
      case TEXT -> Secret.digestOf(bytes);
      case BASE64 -> Secret.digestOf(Base64.getEncoder().encode(bytes));
    };
  }
}
