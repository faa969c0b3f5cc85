package dev.plumbline.resources.ssh_keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of authorized_keys (sshd(8)).
 *
 * @param options what stands before the key; empty if nothing does
 * @param type for example {@code ssh-ed25519}
 * @param base64 the key itself
 * @param comment what stands after the key; empty if nothing does
 */
public record PublicKey(String options, String type, String base64, String comment) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:(\\S.*?)\\s+)?"
              + "(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)"
              + "|sk-ssh-ed25519@openssh\\.com|sk-ecdsa-sha2-nistp256@openssh\\.com)"
              + "\\s+([A-Za-z0-9+/]+={0,2})"
              + "(?:\\s+(\\S.*?))?\\s*");

  /**
   * @throws IllegalArgumentException if the text is not one public key, with options before it or a
   *     comment after it
   */
  public static PublicKey parse(String text) {
    if (text.contains("PRIVATE KEY")) {
      throw new IllegalArgumentException(
          "this is a private key, which must not be here: give the public key, from the file that ends in .pub");
    }
    Matcher line = LINE.matcher(text.strip());
    if (!line.matches() || text.strip().chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "'" + shortened(text) + "' is not a public key, such as 'ssh-ed25519 AAAAC3… me@laptop'");
    }
    if (!holds(line.group(3), line.group(2))) {
      throw new IllegalArgumentException(
          "'" + shortened(text) + "' is not a whole public key: copy all of it");
    }
    return new PublicKey(
        line.group(1) == null ? "" : line.group(1),
        line.group(2),
        line.group(3),
        line.group(4) == null ? "" : line.group(4));
  }

  /** The key names its own type first, and is as long as its parts say (RFC 4253, 6.6). */
  private static boolean holds(String base64, String type) {
    try {
      ByteBuffer key = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
      byte[] name = new byte[part(key)];
      key.get(name);
      int parts = 1;
      while (key.hasRemaining()) {
        int length = part(key);
        key.position(key.position() + length);
        parts++;
      }
      return parts > 1 && type.equals(new String(name, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
      return false;
    }
  }

  private static int part(ByteBuffer key) {
    int length = key.getInt();
    if (length < 0 || length > key.remaining()) {
      throw new IllegalArgumentException("the part is longer than the key");
    }
    return length;
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  /** The key alone. */
  PublicKey bare() {
    return new PublicKey("", type, base64, "");
  }

  PublicKey withComment(String text) {
    return new PublicKey(options, type, base64, text);
  }

  @Override
  public String toString() {
    return (options.isEmpty() ? "" : options + " ")
        + type
        + " "
        + base64
        + (comment.isEmpty() ? "" : " " + comment);
  }
}
