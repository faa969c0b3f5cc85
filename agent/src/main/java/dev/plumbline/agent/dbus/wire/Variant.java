package dev.plumbline.agent.dbus.wire;

import java.util.List;

/**
 * A value that brings its own type.
 *
 * @param signature one complete type
 */
public record Variant(String signature, Object value) {
  public static Variant of(String text) {
    return new Variant("s", text);
  }

  public static Variant of(boolean flag) {
    return new Variant("b", flag);
  }

  public static Variant of(List<String> texts) {
    return new Variant("as", texts);
  }

  /** An unsigned 64-bit number. */
  public static Variant of(long number) {
    return new Variant("t", number);
  }
}
