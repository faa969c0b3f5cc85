package dev.plumbline.agent.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Writes the few forms of DER (X.690) that a certification request is made of. */
final class Der {
  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return value(0x30, concat(parts));
  }

  static byte[] set(byte[]... parts) {
    return value(0x31, concat(parts));
  }

  static byte[] integer(long number) {
    return value(0x02, BigInteger.valueOf(number).toByteArray());
  }

  static byte[] utf8(String text) {
    return value(0x0c, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A bit string of whole bytes. */
  static byte[] bits(byte[] bytes) {
    return value(0x03, concat(new byte[1], bytes));
  }

  /** An empty value with a context-specific, constructed tag. */
  static byte[] empty(int tag) {
    return value(0xa0 | tag, new byte[0]);
  }

  /** An object identifier, in dotted form; its first two numbers fit one byte. */
  static byte[] oid(String dotted) {
    String[] numbers = dotted.split("\\.");
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(Integer.parseInt(numbers[0]) * 40 + Integer.parseInt(numbers[1]));
    for (int i = 2; i < numbers.length; i++) {
      int number = Integer.parseInt(numbers[i]);
      for (int shift = 28; shift > 0; shift -= 7) {
        if (number >>> shift != 0) {
          content.write(((number >>> shift) & 0x7f) | 0x80);
        }
      }
      content.write(number & 0x7f);
    }
    return value(0x06, content.toByteArray());
  }

  private static byte[] value(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      int skip = length[0] == 0 ? 1 : 0;
      out.write(0x80 | (length.length - skip));
      out.write(length, skip, length.length - skip);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
