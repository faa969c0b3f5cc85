package dev.plumbline.resources.ip;

/**
 * An address of a machine together with the subnet in which it lies: {@code 192.168.56.10/24}.
 *
 * @param prefix the length of the subnet's prefix in bits, at least 1
 */
public record Cidr(IpAddress address, int prefix) implements Comparable<Cidr> {
  public Cidr {
    if (prefix < 1 || prefix > address.bits()) {
      throw new IllegalArgumentException(
          "'"
              + address
              + "/"
              + prefix
              + "': the prefix length of an IPv"
              + (address.v6() ? 6 : 4)
              + " address is 1 to "
              + address.bits());
    }
  }

  /**
   * Reads an address with its prefix length.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      IpAddress address = IpAddress.parse(text);
      throw new IllegalArgumentException(
          "'" + text + "' lacks the prefix length, as in " + text + (address.v6() ? "/64" : "/24"));
    }
    String length = text.substring(slash + 1);
    if (length.isEmpty() || length.length() > 3 || !length.chars().allMatch(Cidr::isDigit)) {
      throw new IllegalArgumentException(
          "'" + text + "': '" + length + "' is not a prefix length, such as 24");
    }
    return new Cidr(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(length));
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /** Whether an address lies in the subnet. */
  public boolean contains(IpAddress other) {
    return other.v6() == address.v6() && first(other).equals(first(address));
  }

  /** Whether the address is that of the subnet itself, and so of no machine (RFC 4632, 4291). */
  public boolean isNetwork() {
    return hasRoom() && first(address).equals(address);
  }

  /** Whether the address is the one that means every machine of an IPv4 subnet (RFC 919). */
  public boolean isBroadcast() {
    long hosts = (1L << (32 - Math.min(prefix, 32))) - 1;
    return !address.v6() && hasRoom() && (address.low() & hosts) == hosts;
  }

  /** Subnets of one or two addresses have no address of their own (RFC 3021, 6164). */
  private boolean hasRoom() {
    return prefix < address.bits() - 1;
  }

  private IpAddress first(IpAddress of) {
    if (!of.v6()) {
      return new IpAddress(false, 0, of.low() & -1L << (32 - prefix));
    }
    long high = prefix >= 64 ? -1L : -1L << (64 - prefix);
    long low = prefix <= 64 ? 0 : -1L << (128 - prefix);
    return new IpAddress(true, of.high() & high, of.low() & low);
  }

  @Override
  public int compareTo(Cidr other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : Integer.compare(prefix, other.prefix);
  }

  @Override
  public String toString() {
    return address + "/" + prefix;
  }
}
