package dev.plumbline.agent.dbus.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values; the buffer begins where a message or a body begins. */
final class WireReader {
  private static final int DEEPEST = 64;
  private final ByteBuffer buffer;
  private int depth;

  WireReader(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  void align(int boundary) {
    int aligned = (buffer.position() + boundary - 1) / boundary * boundary;
    if (aligned > buffer.limit()) {
      throw new WireException("the message ends too soon");
    }
    buffer.position(aligned);
  }

  /** Reads one value per complete type of the signature. */
  List<Object> readAll(String signature) {
    return Signature.split(signature).stream().map(this::read).toList();
  }

  /** Reads one value of one complete type. */
  Object read(String type) {
    if (++depth > DEEPEST) {
      throw new WireException("the message is nested too deep");
    }
    try {
      align(Signature.alignment(type));
      return switch (type.charAt(0)) {
        case 'y' -> buffer.get();
        case 'b' -> buffer.getInt() != 0;
        case 'n' -> buffer.getShort();
        case 'q' -> Short.toUnsignedInt(buffer.getShort());
        case 'i' -> buffer.getInt();
        case 'u' -> Integer.toUnsignedLong(buffer.getInt());
        case 'x', 't' -> buffer.getLong();
        case 'd' -> buffer.getDouble();
        case 's', 'o' -> text(buffer.getInt());
        case 'g' -> text(Byte.toUnsignedInt(buffer.get()));
        case 'v' -> variant();
        case 'a' -> array(type.substring(1));
        case '(' -> Signature.members(type).stream().map(this::read).toList();
        default -> throw new WireException("cannot read the D-Bus type " + type);
      };
    } catch (BufferUnderflowException e) {
      throw new WireException("the message ends too soon");
    } finally {
      depth--;
    }
  }

  private String text(int length) {
    if (length < 0 || length >= buffer.remaining()) {
      throw new WireException("a text is longer than its message");
    }
    byte[] utf8 = new byte[length];
    buffer.get(utf8);
    buffer.get(); // The zero at the end.
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private Variant variant() {
    String signature = text(Byte.toUnsignedInt(buffer.get()));
    return new Variant(signature, read(signature));
  }

  private Object array(String item) {
    int length = buffer.getInt();
    align(Signature.alignment(item));
    if (length < 0 || length > buffer.remaining()) {
      throw new WireException("an array is longer than its message");
    }
    int end = buffer.position() + length;
    return item.charAt(0) == '{' ? map(item, end) : list(item, end);
  }

  private Map<Object, Object> map(String item, int end) {
    List<String> entry = Signature.members(item);
    Map<Object, Object> map = new LinkedHashMap<>();
    while (buffer.position() < end) {
      align(8);
      Object key = read(entry.get(0));
      map.put(key, read(entry.get(1)));
    }
    return map;
  }

  private List<Object> list(String item, int end) {
    List<Object> list = new ArrayList<>();
    while (buffer.position() < end) {
      list.add(read(item));
    }
    return list;
  }
}
