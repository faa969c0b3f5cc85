package dev.plumbline.resources.files;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.InvalidSpecException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Puts the bytes of a local file into a spec. */
final class FileSource {
  private static final String SOURCE = "source";

  private FileSource() {}

  /** Text where the bytes are text, so that a plan can show it; base64 otherwise. */
  static FileSpec inline(FileSpec spec, byte[] bytes, Checks checks) {
    Optional<String> text = text(bytes);
    if (text.isEmpty() && spec.block().isPresent()) {
      checks.that(false, "file-source-not-text", SOURCE, "a block is text, and this file is not");
      return spec;
    }
    try {
      return text.isPresent()
          ? spec.with(text.get(), Encoding.TEXT)
          : spec.with(Base64.getEncoder().encodeToString(bytes), Encoding.BASE64);
    } catch (InvalidSpecException e) {
      e.violations().forEach(each -> checks.that(false, each.id(), SOURCE, each.message()));
      return spec;
    }
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
