package dev.plumbline.resources.addresses;

import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.units.UnitStatus;
import java.util.List;
import java.util.Optional;

/**
 * What an interface of a node is: as its configuration has it, and now.
 *
 * @param netplan whether netplan is installed
 * @param renderer which program carries out what netplan says, where a file names it
 * @param ifupdown whether {@code /etc/network/interfaces} configures the interface
 * @param file our netplan file
 * @param mode its permission bits
 * @param claims the other netplan files that configure the interface
 * @param given what networkd was given for it
 * @param networkd what systemd says of networkd
 * @param link the interface as the kernel has it; empty if there is none
 */
public record AddressObservation(
    boolean netplan,
    Optional<String> renderer,
    boolean ifupdown,
    Optional<String> file,
    int mode,
    List<Claim> claims,
    Optional<GivenNetwork> given,
    UnitStatus networkd,
    Optional<Link> link) {
  public AddressObservation {
    claims = List.copyOf(claims);
  }
}
