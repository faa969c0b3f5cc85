package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.links.LinkAddress;
import dev.plumbline.resources.host.links.LinkRoute;
import dev.plumbline.resources.ip.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between an interface and its spec. Pure. */
final class AddressDiff {
  static final String FILE = "file";

  private AddressDiff() {}

  static List<Change> of(AddressSpec spec, AddressObservation observed) {
    List<Change> changes = new ArrayList<>();
    Optional<String> wanted = OwnFile.text(spec);
    boolean fileDiffers = !observed.file().equals(wanted);
    if (spec.state() == Presence.PRESENT) {
      observed
          .claims()
          .forEach(claim ->
              changes.add(
                  Change.of(claim.file().toString(), "configures it in " + claim.stanza(), null)));
    }
    if (fileDiffers) {
      changes.add(new Change.Text(FILE, observed.file().orElse(null), wanted.orElse(null)));
    } else if (wanted.isPresent() && observed.mode() != OwnFile.MODE) {
      changes.add(Change.of("mode", "%04o".formatted(observed.mode()), "0600"));
    }
    switch (spec.state()) {
      case PRESENT -> present(spec, observed, fileDiffers, changes);
      case ABSENT -> absent(spec, observed, changes);
    }
    return changes;
  }

  private static void present(
      AddressSpec spec, AddressObservation observed, boolean fileDiffers, List<Change> changes) {
    if (!observed.networkd().running()) {
      changes.add(Change.of("networkd", "stopped", "running"));
    }
    Optional<GivenNetwork> given = GivenNetwork.wanted(spec);
    if (!fileDiffers && observed.claims().isEmpty() && !observed.given().equals(given)) {
      changes.add(Change.of("given to networkd", text(observed.given()), text(given)));
    }
    running(spec, observed.link(), changes);
  }

  private static void running(AddressSpec spec, Optional<Link> link, List<Change> changes) {
    Set<Cidr> wanted = new TreeSet<>(spec.addresses());
    Set<Cidr> has = link.map(there -> fixed(spec, there)).orElse(Set.of());
    if (!has.equals(wanted)) {
      changes.add(Change.of("addresses", text(has), text(wanted)));
    }
    if (link.isEmpty()) {
      return;
    }
    Link there = link.get();
    if (!there.up()) {
      changes.add(Change.of("link", "down", "up"));
    }
    spec.mtu()
        .filter(mtu -> mtu != there.mtu())
        .ifPresent(mtu -> changes.add(Change.of("mtu", there.mtu(), mtu)));
    for (Route route : spec.allRoutes()) {
      String to = route.to().subnet(route.via().v6());
      List<LinkRoute> same = there.routes().stream().filter(each -> each.to().equals(to)).toList();
      if (same.stream().noneMatch(each -> fits(route, each))) {
        String from =
            same.stream()
                .flatMap(each -> each.via().stream())
                .map(via -> "via " + via)
                .collect(Collectors.joining(", "));
        changes.add(Change.of("route " + to, from.isEmpty() ? null : from, "via " + route.via()));
      }
    }
  }

  private static boolean fits(Route wanted, LinkRoute route) {
    return route.via().filter(wanted.via()::equals).isPresent()
        && wanted.metric().map(metric -> metric == route.metric()).orElse(true);
  }

  /**
   * The addresses that the spec decides about: not those of the wire itself, not those that a
   * router announces, and not the leased one where there must be one.
   */
  private static Set<Cidr> fixed(AddressSpec spec, Link link) {
    return link.addresses().stream()
        .filter(each -> !each.local() || spec.addresses().contains(each.cidr()))
        .filter(each -> each.lasting() || (!each.cidr().address().v6() && !spec.dhcp4()))
        .filter(each -> each.standing() != LinkAddress.Standing.DUPLICATE)
        .map(LinkAddress::cidr)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What our file gave and nobody else configures must go with it. */
  private static void absent(AddressSpec spec, AddressObservation observed, List<Change> changes) {
    if (!observed.claims().isEmpty()) {
      return;
    }
    if (observed.file().isEmpty() && observed.given().isPresent()) {
      changes.add(Change.of("given to networkd", text(observed.given()), null));
    }
    Set<Cidr> left = observed.link().map(link -> left(spec, link)).orElse(Set.of());
    if (!left.isEmpty()) {
      changes.add(Change.of("addresses", text(left), null));
    }
  }

  /** The spec's addresses that the interface has. */
  static Set<Cidr> left(AddressSpec spec, Link link) {
    return link.addresses().stream()
        .map(LinkAddress::cidr)
        .filter(spec.addresses()::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether an interface is now what it must be. */
  static boolean runs(AddressSpec spec, Link link) {
    List<Change> changes = new ArrayList<>();
    running(spec, Optional.of(link), changes);
    return changes.isEmpty();
  }

  private static @Nullable String text(Optional<GivenNetwork> given) {
    return given.map(GivenNetwork::toString).orElse(null);
  }

  private static @Nullable String text(Set<Cidr> addresses) {
    return addresses.isEmpty()
        ? null
        : addresses.stream().map(Cidr::toString).collect(Collectors.joining(", "));
  }
}
