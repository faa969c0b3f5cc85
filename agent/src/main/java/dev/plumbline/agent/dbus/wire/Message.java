package dev.plumbline.agent.dbus.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One message.
 *
 * @param serial the sender's number of the message, from 1
 * @param fields the header fields by their code
 * @param body one value per complete type of the signature
 */
public record Message(Type type, int serial, Map<Field, Object> fields, List<?> body) {
  /** The bytes that say how long the whole message is. */
  public static final int PREFIX = 16;

  private static final int LONGEST = 16 << 20;
  private static final byte VERSION = 1;

  /** What a message is. */
  public enum Type {
    CALL(1),
    RETURN(2),
    ERROR(3),
    SIGNAL(4),
    /** Of a later version of the protocol; to be ignored. */
    OTHER(0);

    private final int code;

    Type(int code) {
      this.code = code;
    }

    private static Type of(int code) {
      return Arrays.stream(values()).filter(type -> type.code == code).findFirst().orElse(OTHER);
    }
  }

  /** A header field. */
  public enum Field {
    PATH(1, "o"),
    INTERFACE(2, "s"),
    MEMBER(3, "s"),
    ERROR_NAME(4, "s"),
    REPLY_SERIAL(5, "u"),
    DESTINATION(6, "s"),
    SENDER(7, "s"),
    SIGNATURE(8, "g");

    private final int code;
    private final String type;

    Field(int code, String type) {
      this.code = code;
      this.type = type;
    }

    private static Optional<Field> of(int code) {
      return Arrays.stream(values()).filter(field -> field.code == code).findFirst();
    }
  }

  /** A text field; empty if the message lacks it. */
  public String text(Field field) {
    return fields.getOrDefault(field, "") instanceof String text ? text : "";
  }

  public byte[] encode() {
    String signature = text(Field.SIGNATURE);
    WireWriter content = new WireWriter();
    List<String> types = Signature.split(signature);
    for (int i = 0; i < types.size(); i++) {
      content.write(types.get(i), body.get(i));
    }
    List<List<Object>> header = new ArrayList<>();
    fields.forEach(
        (field, value) -> header.add(List.of((byte) field.code, new Variant(field.type, value))));
    WireWriter message = new WireWriter();
    message.raw(new byte[] {'l', (byte) type.code, 0, VERSION});
    message.write("u", content.size());
    message.write("u", serial);
    message.write("a(yv)", header);
    message.align(8);
    message.raw(content.bytes());
    return message.bytes();
  }

  /**
   * The length of the whole message.
   *
   * @param prefix its first {@link #PREFIX} bytes
   */
  public static int length(byte[] prefix) {
    ByteBuffer buffer = ordered(prefix);
    long body = Integer.toUnsignedLong(buffer.getInt(4));
    long header = Integer.toUnsignedLong(buffer.getInt(12));
    long length = PREFIX + (header + 7) / 8 * 8 + body;
    if (length > LONGEST) {
      throw new WireException("a message of " + length + " bytes is too long");
    }
    return (int) length;
  }

  public static Message decode(byte[] bytes) {
    ByteBuffer buffer = ordered(bytes);
    int code = buffer.get(1);
    int serial = buffer.getInt(8);
    buffer.position(12);
    WireReader reader = new WireReader(buffer);
    Map<Field, Object> fields = new EnumMap<>(Field.class);
    for (Object entry : (List<?>) reader.read("a(yv)")) {
      List<?> pair = (List<?>) entry;
      Object value = ((Variant) pair.get(1)).value();
      Field.of((Byte) pair.get(0)).ifPresent(field -> fields.put(field, value));
    }
    reader.align(8);
    ByteBuffer body = buffer.slice().order(buffer.order());
    String signature = fields.getOrDefault(Field.SIGNATURE, "") instanceof String text ? text : "";
    return new Message(Type.of(code), serial, fields, new WireReader(body).readAll(signature));
  }

  private static ByteBuffer ordered(byte[] bytes) {
    return ByteBuffer.wrap(bytes)
        .order(bytes[0] == 'B' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }
}
