package dev.plumbline.inventory.document;

import dev.plumbline.resources.ip.IpAddress;

/**
 * A network: {@code 192.168.56.0/24}.
 *
 * @param length how many bits of the address name the network
 */
public record Cidr(IpAddress address, int length) {
  /**
   * Reads a network.
   *
   * @throws IllegalArgumentException if the text is none, or the address has bits behind the length
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a network, such as 192.168.56.0/24");
    }
    IpAddress address = IpAddress.parse(text.substring(0, slash));
    int length = Integer.parseInt(text.substring(slash + 1));
    if (length > address.bits()) {
      throw new IllegalArgumentException(
          "'" + text + "' has a prefix longer than " + address.bits() + " bits");
    }
    IpAddress network = masked(address, length);
    if (!network.equals(address)) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is an address within a network (did you mean '"
              + network
              + "/"
              + length
              + "'?)");
    }
    return new Cidr(address, length);
  }

  private static IpAddress masked(IpAddress address, int length) {
    if (!address.v6()) {
      return new IpAddress(false, 0, address.low() & (mask(length) >>> 32));
    }
    return new IpAddress(
        true,
        address.high() & mask(Math.min(64, length)),
        address.low() & mask(Math.max(0, length - 64)));
  }

  /** So many ones from the left, of 64 bits. */
  private static long mask(int length) {
    return length == 0 ? 0 : -1L << (64 - length);
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
