package dev.plumbline.resources.host.links;

import dev.plumbline.resources.ip.Cidr;

/**
 * An address of a network interface.
 *
 * @param lasting whether it has no end: not leased and not announced by a router
 * @param local whether it is good on this wire only: 169.254.0.0/16, fe80::/10
 * @param standing whether the kernel lets it be used
 */
public record LinkAddress(Cidr cidr, boolean lasting, boolean local, Standing standing) {

  /** What the kernel found out about an IPv6 address (RFC 4862); every IPv4 address is in use. */
  public enum Standing {
    USED,
    /** It is still being asked whether somebody has it. */
    TENTATIVE,
    /** Somebody else has it. */
    DUPLICATE
  }
}
