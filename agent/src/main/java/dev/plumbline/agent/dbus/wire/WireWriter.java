package dev.plumbline.agent.dbus.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes values, little-endian. */
final class WireWriter {
  private byte[] bytes = new byte[512];
  private int size;

  byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  int size() {
    return size;
  }

  /** Fills up with zeros to a multiple of {@code boundary}. */
  void align(int boundary) {
    int aligned = (size + boundary - 1) / boundary * boundary;
    room(aligned - size);
    size = aligned;
  }

  void raw(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** Writes one value of one complete type. */
  void write(String type, Object value) {
    align(Signature.alignment(type));
    switch (type.charAt(0)) {
      case 'y' -> raw(new byte[] {(Byte) value});
      case 'b' -> number(4, (Boolean) value ? 1 : 0);
      case 'n', 'q' -> number(2, ((Number) value).longValue());
      case 'i', 'u' -> number(4, ((Number) value).longValue());
      case 'x', 't' -> number(8, ((Number) value).longValue());
      case 'd' -> number(8, Double.doubleToRawLongBits((Double) value));
      case 's', 'o' -> text((String) value);
      case 'g' -> signature((String) value);
      case 'v' -> variant((Variant) value);
      case 'a' -> array(type.substring(1), value);
      case '(' -> struct(type, (List<?>) value);
      default -> throw new WireException("cannot write the D-Bus type " + type);
    }
  }

  private void number(int length, long value) {
    raw(
        Arrays.copyOf(
            ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array(), length));
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(4, utf8.length);
    raw(utf8);
    raw(new byte[1]);
  }

  private void signature(String signature) {
    byte[] ascii = signature.getBytes(StandardCharsets.US_ASCII);
    raw(new byte[] {(byte) ascii.length});
    raw(ascii);
    raw(new byte[1]);
  }

  private void variant(Variant variant) {
    signature(variant.signature());
    write(variant.signature(), variant.value());
  }

  /** The length counts the items and not the padding before the first of them. */
  private void array(String item, Object value) {
    int length = size;
    number(4, 0);
    align(Signature.alignment(item));
    int start = size;
    if (value instanceof Map<?, ?> map) {
      List<String> entry = Signature.members(item);
      map.forEach((key, member) -> {
        align(8);
        write(entry.get(0), key);
        write(entry.get(1), member);
      });
    } else if (value instanceof byte[] raw) {
      raw(raw);
    } else {
      ((List<?>) value).forEach(member -> write(item, member));
    }
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(length, size - start);
  }

  private void struct(String type, List<?> values) {
    List<String> members = Signature.members(type);
    if (members.size() != values.size()) {
      throw new WireException(type + " has no " + values.size() + " members");
    }
    for (int i = 0; i < values.size(); i++) {
      write(members.get(i), values.get(i));
    }
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
