package dev.plumbline.inventory.yaml;

import dev.plumbline.inventory.input.Inputs;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bytes of a YAML file: bounded, strictly UTF-8. */
public final class YamlBytes {
  /** The most bytes that a file may have; an inventory of 10,000 nodes stays below it. */
  public static final int LIMIT = Inputs.LIMIT;

  private YamlBytes() {}

  /**
   * Reads one document.
   *
   * @param source the file as the user named it
   * @return empty if anything was wrong
   */
  public static Optional<Value> read(byte[] bytes, String source, Problems problems) {
    if (bytes.length > LIMIT) {
      problems.add(
          "file-too-large",
          Origin.of(source),
          "the file has more than " + LIMIT + " bytes; is it an inventory?");
      return Optional.empty();
    }
    return decode(bytes, source, problems).flatMap(text -> YamlReader.read(text, source, problems));
  }

  private static Optional<String> decode(byte[] bytes, String source, Problems problems) {
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      problems.add(
          "file-encoding", new Origin(source, 1, 1), "the file is UTF-16; save it as UTF-8");
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.add(
          "file-encoding",
          TextPlace.end(source, text),
          "the file is not UTF-8: byte 0x%02X does not belong here; save it as UTF-8"
              .formatted(in.get(in.position())));
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
