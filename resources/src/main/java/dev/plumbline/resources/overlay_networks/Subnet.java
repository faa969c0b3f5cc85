package dev.plumbline.resources.overlay_networks;

import dev.plumbline.resources.ip.IpAddress;

/**
 * The addresses of a network.
 *
 * @param address the first of them
 * @param length of the prefix
 */
public record Subnet(IpAddress address, int length) {
  /**
   * Reads CIDR notation.
   *
   * @throws IllegalArgumentException if the text is not the CIDR notation of a network
   */
  public static Subnet parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a network in CIDR notation, for example 10.20.0.0/16");
    }
    IpAddress address = IpAddress.parse(text.substring(0, slash));
    int length = Integer.parseInt(text.substring(slash + 1));
    if (length < 1 || length > address.bits() - 2) {
      throw new IllegalArgumentException(
          "a network of containers has a prefix of 1 to "
              + (address.bits() - 2)
              + " bits, not "
              + length);
    }
    Subnet subnet = new Subnet(address, length);
    if (!subnet.hasNoHostBits()) {
      throw new IllegalArgumentException(
          "'" + text + "' is an address within a network, not the network itself");
    }
    return subnet;
  }

  private boolean hasNoHostBits() {
    int host = address.bits() - length;
    if (host >= 64) {
      return address.low() == 0 && (host == 64 || address.high() << (128 - host) == 0);
    }
    return address.low() << (64 - host) == 0;
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
