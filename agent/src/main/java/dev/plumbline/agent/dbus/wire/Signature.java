package dev.plumbline.agent.dbus.wire;

import java.util.ArrayList;
import java.util.List;

/** Reads type signatures. */
final class Signature {
  private Signature() {}

  /**
   * Splits a signature into its complete types: {@code sa(sv)u} into {@code s}, {@code a(sv)},
   * {@code u}.
   *
   * @throws WireException if it is not a signature
   */
  static List<String> split(String signature) {
    List<String> types = new ArrayList<>();
    for (int at = 0; at < signature.length(); ) {
      int end = end(signature, at);
      types.add(signature.substring(at, end));
      at = end;
    }
    return types;
  }

  /** What is inside a struct or an entry of a map: {@code (sv)} gives {@code s}, {@code v}. */
  static List<String> members(String type) {
    return split(type.substring(1, type.length() - 1));
  }

  /** The boundary on which values of that type begin. */
  static int alignment(String type) {
    return switch (type.charAt(0)) {
      case 'y', 'g', 'v' -> 1;
      case 'n', 'q' -> 2;
      case 'b', 'i', 'u', 's', 'o', 'a' -> 4;
      case 'x', 't', 'd', '(', '{' -> 8;
      default -> throw new WireException("no D-Bus type begins with " + type.charAt(0));
    };
  }

  private static int end(String signature, int at) {
    if (at >= signature.length()) {
      throw new WireException("the signature '" + signature + "' ends too soon");
    }
    return switch (signature.charAt(at)) {
      case 'a' -> end(signature, at + 1);
      case '(' -> closing(signature, at, ')');
      case '{' -> closing(signature, at, '}');
      default -> at + 1;
    };
  }

  private static int closing(String signature, int at, char close) {
    int next = at + 1;
    while (next < signature.length() && signature.charAt(next) != close) {
      next = end(signature, next);
    }
    if (next >= signature.length()) {
      throw new WireException("the signature '" + signature + "' lacks a " + close);
    }
    return next + 1;
  }
}
