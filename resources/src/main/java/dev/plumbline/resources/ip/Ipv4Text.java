package dev.plumbline.resources.ip;

/** The text form of an IPv4 address: four decimal numbers, nothing shorter. */
final class Ipv4Text {
  private Ipv4Text() {}

  /**
   * @param whole the whole text, for the message
   */
  static long read(String text, String whole) {
    long address = 0;
    int at = 0;
    for (int part = 0; part < 4; part++) {
      int end = part < 3 ? text.indexOf('.', at) : text.length();
      address = address << 8 | octet(text, at, end, whole);
      at = end + 1;
    }
    return address;
  }

  static String write(long address) {
    return (address >>> 24 & 255)
        + "."
        + (address >>> 16 & 255)
        + "."
        + (address >>> 8 & 255)
        + "."
        + (address & 255);
  }

  /** Leading zeros are refused: some programs read them as octal. */
  private static int octet(String text, int start, int end, String whole) {
    int length = end - start;
    if (length < 1 || length > 3 || (length > 1 && text.charAt(start) == '0')) {
      throw malformed(whole);
    }
    int octet = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw malformed(whole);
      }
      octet = octet * 10 + (c - '0');
    }
    if (octet > 255) {
      throw malformed(whole);
    }
    return octet;
  }

  static IllegalArgumentException malformed(String text) {
    String hint =
        text.indexOf('/') >= 0 ? "; it stands without a prefix length" : ", such as 192.168.56.10";
    return new IllegalArgumentException("'" + text + "' is not an IP address" + hint);
  }
}
