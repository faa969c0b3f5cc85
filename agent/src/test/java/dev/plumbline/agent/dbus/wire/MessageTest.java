package dev.plumbline.agent.dbus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.dbus.wire.Message.Field;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {
  /** What {@code busctl call … Hello} puts on the wire, but for the order of its header fields. */
  private static final String HELLO =
      "6c010001 00000000 01000000 6d000000"
          + "01016f00 15000000 2f6f7267 2f667265 65646573 6b746f70 2f444275 73000000"
          + "02017300 14000000 6f72672e 66726565 6465736b 746f702e 44427573 00000000"
          + "03017300 05000000 48656c6c 6f000000"
          + "06017300 14000000 6f72672e 66726565 6465736b 746f702e 44427573 00000000";

  private static Message message(String signature, Object... body) {
    return new Message(
        Message.Type.SIGNAL,
        7,
        Map.of(Field.SIGNATURE, signature, Field.MEMBER, "m"),
        List.of(body));
  }

  @Test
  void encodesAsTheSpecificationSays() {
    Map<Field, Object> fields = new java.util.EnumMap<>(Field.class);
    fields.put(Field.PATH, "/org/freedesktop/DBus");
    fields.put(Field.INTERFACE, "org.freedesktop.DBus");
    fields.put(Field.MEMBER, "Hello");
    fields.put(Field.DESTINATION, "org.freedesktop.DBus");
    byte[] bytes = new Message(Message.Type.CALL, 1, fields, List.of()).encode();
    assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(HELLO.replace(" ", ""));
    assertThat(Message.length(Arrays.copyOf(bytes, Message.PREFIX))).isEqualTo(bytes.length);
  }

  @Test
  void decodesWhatItEncoded() {
    Message message =
        message(
            "ybnqiuxtdsogvasa{sv}(sa(ub))aya{sas}",
            (byte) 255,
            true,
            (short) -2,
            65535,
            -70000,
            4_000_000_000L,
            -5L,
            1L << 62,
            2.5,
            "text äöü",
            "/a/b",
            "a{sv}",
            new Variant("a(sasb)", List.of(List.of("p", List.of("a", "b"), false))),
            List.of(),
            Map.of("k", Variant.of(List.of("x"))),
            List.of("in", List.of(List.of(1L, true), List.of(2L, false))),
            List.of((byte) 1, (byte) 2),
            Map.of("list", List.of("one", "two")));
    Message decoded = Message.decode(message.encode());
    assertThat(decoded).isEqualTo(message);
  }

  @Test
  void readsTheOtherEndianness() {
    byte[] big =
        HexFormat.of()
            .parseHex(
                ("42040001 00000008 00000002 0000000f 08016700 02737500"
                        + "06017300 00000000 00000001 61000000 00000007")
                    .replace(" ", ""));
    // The header's length is that of its array; here one field, so the rest is body.
    big[15] = 7;
    assertThatThrownBy(() -> Message.decode(Arrays.copyOf(big, 20)))
        .isInstanceOf(WireException.class);
    byte[] whole =
        HexFormat.of()
            .parseHex(
                ("42040001 0000000c 00000002 00000008 08016700 02737500"
                        + "00000001 61000000 00000007")
                    .replace(" ", ""));
    assertThat(Message.decode(whole).body()).isEqualTo(List.of("a", 7L));
  }

  @Test
  void refusesWhatIsNoMessage() {
    byte[] good = message("sa{sv}", "abc", Map.of("k", Variant.of(true))).encode();
    for (int length = Message.PREFIX; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> Message.decode(cut))
          .as("cut to %s bytes", length)
          .isInstanceOf(WireException.class);
    }
    byte[] huge = Arrays.copyOf(good, Message.PREFIX);
    huge[7] = 127;
    assertThatThrownBy(() -> Message.length(huge)).isInstanceOf(WireException.class);
  }

  @Test
  void refusesBrokenSignatures() {
    for (String broken : List.of("a", "(s", "a{s", "z")) {
      assertThatThrownBy(() -> message(broken, "x", "y").encode())
          .as(broken)
          .isInstanceOf(WireException.class);
    }
  }
}
