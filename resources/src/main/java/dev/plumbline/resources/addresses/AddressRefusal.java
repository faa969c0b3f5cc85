package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.units.UnitStatus;
import java.util.List;
import java.util.Optional;

/** Why an interface is not touched, said before anything is. Pure. */
final class AddressRefusal {
  private AddressRefusal() {}

  /**
   * @param more whether steps before this one may bring what is missing: netplan's package
   */
  static Optional<Failure> of(AddressSpec spec, AddressObservation observed, boolean more) {
    String nic = spec.nic();
    if (!observed.netplan()) {
      return more
          ? Optional.empty()
          : failure(
              "the network of this node is not netplan's: there is no /usr/sbin/netplan",
              "add netplan.io to `packages`, or take " + nic + " out of `addresses`");
    }
    if (observed.renderer().filter(name -> !name.equals("networkd")).isPresent()) {
      return failure(
          "netplan hands this node's network to " + observed.renderer().get() + ", not to networkd",
          "say 'renderer: networkd' in /etc/netplan, or take " + nic + " out of `addresses`");
    }
    if (observed.networkd().load() == UnitStatus.Load.NOT_FOUND
        || observed.networkd().load() == UnitStatus.Load.MASKED) {
      return failure(
          "systemd-networkd, which carries out what netplan says, is "
              + (observed.networkd().load() == UnitStatus.Load.MASKED ? "masked" : "not installed"),
          "unmask or install it, or take " + nic + " out of `addresses`");
    }
    return spec.state() == Presence.PRESENT ? present(spec, observed) : Optional.empty();
  }

  private static Optional<Failure> present(AddressSpec spec, AddressObservation observed) {
    String nic = spec.nic();
    if (observed.link().isEmpty()) {
      return failure(
          "this node has no network interface " + nic,
          "look with 'ip link' on the node how it is called");
    }
    if (observed.ifupdown()) {
      return failure(
          nic + " is configured by ifupdown, in /etc/network/interfaces",
          "take it out of that file, or out of `addresses`");
    }
    List<Claim> shared = observed.claims().stream().filter(claim -> !claim.alone()).toList();
    if (!shared.isEmpty()) {
      Claim first = shared.getFirst();
      return failure(
          "%s is configured by %s with more than addresses, or with other interfaces (%s)"
              .formatted(nic, first.file(), first.stanza()),
          "take it out of that file yourself, or out of `addresses`");
    }
    List<Claim> fixed =
        observed.claims().stream()
            .filter(claim -> !claim.file().startsWith(OwnFile.DIRECTORY))
            .toList();
    if (!fixed.isEmpty()) {
      return failure(
          nic + " is configured by " + fixed.getFirst().file() + ", which something else writes",
          "find out what writes it, or take " + nic + " out of `addresses`");
    }
    if (!observed.claims().isEmpty() && !spec.takeover()) {
      return failure(
          nic + " is configured by " + observed.claims().getFirst().file() + " already",
          "say 'takeover: true' to have it taken out of there (a copy is kept), or edit that file");
    }
    return Optional.empty();
  }

  private static Optional<Failure> failure(String message, String remedy) {
    return Optional.of(new Failure(message, remedy));
  }
}
