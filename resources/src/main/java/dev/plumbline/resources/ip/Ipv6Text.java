package dev.plumbline.resources.ip;

/** The text form of an IPv6 address (RFC 4291 §2.2 for reading, RFC 5952 for writing). */
final class Ipv6Text {
  private static final int GROUPS = 8;

  private Ipv6Text() {}

  static IpAddress read(String text) {
    int[] groups = new int[GROUPS];
    int gap = text.indexOf("::");
    if (text.indexOf('.') >= 0 && text.indexOf('.') < gap) {
      throw Ipv4Text.malformed(text);
    }
    if (gap < 0) {
      if (fill(groups, 0, text, text) != GROUPS) {
        throw Ipv4Text.malformed(text);
      }
    } else {
      int[] tail = new int[GROUPS];
      int head = fill(groups, 0, text.substring(0, gap), text);
      int rest = fill(tail, 0, text.substring(gap + 2), text);
      if (head + rest >= GROUPS) {
        throw Ipv4Text.malformed(text);
      }
      System.arraycopy(tail, 0, groups, GROUPS - rest, rest);
    }
    return new IpAddress(true, half(groups, 0), half(groups, 4));
  }

  static String write(long high, long low) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) (high >>> (48 - 16 * i) & 0xffff);
      groups[i + 4] = (int) (low >>> (48 - 16 * i) & 0xffff);
    }
    int start = -1;
    int longest = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        start = i;
        longest = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == start) {
        text.append("::");
        i += longest - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }

  /** Reads groups that are joined by colons; the last may be an IPv4 address, which fills two. */
  private static int fill(int[] groups, int count, String part, String whole) {
    if (part.isEmpty()) {
      return count;
    }
    int at = 0;
    while (at <= part.length()) {
      int end = part.indexOf(':', at);
      String group = part.substring(at, end < 0 ? part.length() : end);
      if (end < 0 && group.indexOf('.') >= 0 && count <= GROUPS - 2) {
        long v4 = Ipv4Text.read(group, whole);
        groups[count++] = (int) (v4 >>> 16);
        groups[count++] = (int) (v4 & 0xffff);
      } else if (count < GROUPS) {
        groups[count++] = group(group, whole);
      } else {
        throw Ipv4Text.malformed(whole);
      }
      at = end < 0 ? part.length() + 1 : end + 1;
    }
    return count;
  }

  private static int group(String text, String whole) {
    if (text.isEmpty() || text.length() > 4) {
      throw Ipv4Text.malformed(whole);
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        throw Ipv4Text.malformed(whole);
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static long half(int[] groups, int from) {
    long half = 0;
    for (int i = from; i < from + 4; i++) {
      half = half << 16 | groups[i];
    }
    return half;
  }
}
