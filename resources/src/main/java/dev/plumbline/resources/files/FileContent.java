package dev.plumbline.resources.files;

import dev.plumbline.resources.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is in a file, or in our block of it. */
final class FileContent {
  /** The longest content, in bytes. */
  static final int MAX_BYTES = 1 << 20;

  /** The longest content that is shown as a diff, in bytes. */
  static final int MAX_SHOWN_BYTES = 64 << 10;

  private FileContent() {}

  /**
   * What it must be.
   *
   * @param held the content in its encoding
   * @param sensitive whether it must never be shown
   */
  record Wanted(Secret held, Encoding encoding, boolean sensitive) {
    String digest() {
      return held.digest();
    }

    /** The bytes to write; empty if only their digest is at hand. */
    Optional<byte[]> bytes() {
      return held.value().map(encoding::decode);
    }

    /** The text to show, where it may be shown and can be. */
    Optional<String> text() {
      return sensitive ? Optional.empty() : bytes().flatMap(FileContent::text);
    }

    /** One line that tells it from others, for content that cannot be shown. */
    String summary() {
      return bytes().map(FileContent::summary).orElse("(secret)");
    }
  }

  /** The form in which equal contents are equal: base64 in one line, a block's last line ended. */
  static String canonical(String content, Encoding encoding, boolean block) {
    if (encoding == Encoding.BASE64) {
      return content.replaceAll("\\s+", "");
    }
    return block && !content.isEmpty() && !content.endsWith("\n") ? content + "\n" : content;
  }

  static Secret canonical(Secret secret, Encoding encoding, boolean block) {
    return secret.value().map(text -> Secret.of(canonical(text, encoding, block))).orElse(secret);
  }

  /** The bytes as text, unless they are too many, not UTF-8, or hold NUL. */
  static Optional<String> text(byte[] bytes) {
    if (bytes.length > MAX_SHOWN_BYTES) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static String summary(byte[] bytes) {
    return bytes.length + " bytes, SHA-256 " + Secret.digestOf(bytes);
  }
}
