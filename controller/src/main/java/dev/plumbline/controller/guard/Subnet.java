package dev.plumbline.controller.guard;

import dev.plumbline.resources.ip.IpAddress;

/**
 * The addresses that share a prefix.
 *
 * @param any one of them
 * @param prefix the length of the prefix in bits
 */
record Subnet(IpAddress any, int prefix) {
  private static final int HALF = 64;

  /**
   * @throws IllegalArgumentException if the text is no address, or has no such prefix
   */
  static Subnet of(String address, int prefix) {
    IpAddress any = IpAddress.parse(address);
    if (prefix < 0 || prefix > any.bits()) {
      throw new IllegalArgumentException(address + " has no prefix of " + prefix + " bits");
    }
    return new Subnet(any, prefix);
  }

  /** Whether an address, with or without a prefix length, is one of them; no other text is. */
  boolean contains(String text) {
    int slash = text.indexOf('/');
    try {
      return contains(IpAddress.parse(slash < 0 ? text : text.substring(0, slash)));
    } catch (IllegalArgumentException e) {
      return false; // A node may be known by a name.
    }
  }

  private boolean contains(IpAddress other) {
    return other.v6() == any.v6() && first(other).equals(first(any));
  }

  private IpAddress first(IpAddress of) {
    if (!of.v6()) {
      return new IpAddress(false, 0, of.low() & (prefix == 0 ? 0 : -1L << (32 - prefix)));
    }
    long high = prefix >= HALF ? -1L : prefix == 0 ? 0 : -1L << (HALF - prefix);
    long low = prefix <= HALF ? 0 : -1L << (2 * HALF - prefix);
    return new IpAddress(true, of.high() & high, of.low() & low);
  }

  @Override
  public String toString() {
    return first(any) + "/" + prefix;
  }
}
