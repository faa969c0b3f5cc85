package dev.plumbline.resources.ip;

/**
 * An IPv4 or IPv6 address, without prefix length and without zone. Two spellings of one address are
 * equal.
 *
 * @param v6 whether it is IPv6
 * @param high the first 64 bits of an IPv6 address, in network order; 0 for IPv4
 * @param low the last 64 bits of an IPv6 address, or the 32 bits of an IPv4 address
 */
public record IpAddress(boolean v6, long high, long low) implements Comparable<IpAddress> {
  /**
   * Reads an address: {@code 192.168.56.10}, {@code fd00::10}.
   *
   * @throws IllegalArgumentException if the text is not an address
   */
  public static IpAddress parse(String text) {
    return text.indexOf(':') < 0
        ? new IpAddress(false, 0, Ipv4Text.read(text, text))
        : Ipv6Text.read(text);
  }

  /** The length of the address in bits. */
  public int bits() {
    return v6 ? 128 : 32;
  }

  /** Whether it never leaves the machine: 127.0.0.0/8 (RFC 1122) or ::1 (RFC 4291). */
  public boolean isLoopback() {
    return v6 ? high == 0 && low == 1 : low >>> 24 == 127;
  }

  /** Orders IPv4 before IPv6, then by number. */
  @Override
  public int compareTo(IpAddress other) {
    int byFamily = Boolean.compare(v6, other.v6);
    if (byFamily != 0) {
      return byFamily;
    }
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** The canonical text (RFC 5952). */
  @Override
  public String toString() {
    return v6 ? Ipv6Text.write(high, low) : Ipv4Text.write(low);
  }
}
