package dev.plumbline.agent.host.links;

import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.links.LinkAddress;
import dev.plumbline.resources.host.links.LinkAddress.Standing;
import dev.plumbline.resources.host.links.LinkRoute;
import dev.plumbline.resources.ip.Cidr;
import dev.plumbline.resources.ip.IpAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the dumps of rtnetlink(7) say of one interface; the numbers are those of its headers. */
final class LinkTable {
  private static final int LINK_HEAD = 16;
  private static final int ADDRESS_HEAD = 8;
  private static final int ROUTE_HEAD = 12;
  private static final int INET = 2;
  private static final int INET6 = 10;

  private LinkTable() {}

  static Optional<Link> find(String name) throws IOException {
    for (Netlink.Entry entry : Netlink.dump(Netlink.LINKS, LINK_HEAD)) {
      if (entry.bytes(3).map(LinkTable::text).filter(name::equals).isPresent()) {
        int index = entry.head().getInt(4);
        int flags = entry.head().getInt(8);
        boolean up = (flags & 0x1) != 0;
        return Optional.of(
            new Link(
                name,
                index,
                entry.bytes(1).map(HexFormat.ofDelimiter(":")::formatHex).orElse(""),
                up,
                up && (flags & 0x10000) != 0,
                entry.number(4).orElse(0),
                addresses(index),
                routes(index)));
      }
    }
    return Optional.empty();
  }

  /** The hardware addresses of all interfaces. */
  static Set<String> hardware() throws IOException {
    return Netlink.dump(Netlink.LINKS, LINK_HEAD).stream()
        .flatMap(entry -> entry.bytes(1).stream())
        .map(HexFormat.ofDelimiter(":")::formatHex)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<LinkAddress> addresses(int index) throws IOException {
    return Netlink.dump(Netlink.ADDRESSES, ADDRESS_HEAD).stream()
        .filter(entry -> entry.head().getInt(4) == index)
        .filter(entry -> isInternet(entry.head().get(0)))
        .flatMap(LinkTable::address)
        .sorted(Comparator.comparing(LinkAddress::cidr))
        .toList();
  }

  private static Stream<LinkAddress> address(Netlink.Entry entry) {
    int flags = entry.number(8).orElse(Byte.toUnsignedInt(entry.head().get(2)));
    boolean local = Byte.toUnsignedInt(entry.head().get(3)) >= 253;
    Standing standing =
        (flags & 0x08) != 0
            ? Standing.DUPLICATE
            : (flags & 0x40) != 0 ? Standing.TENTATIVE : Standing.USED;
    int prefix = Byte.toUnsignedInt(entry.head().get(1));
    return entry.bytes(2).or(() -> entry.bytes(1)).filter(bytes -> prefix > 0).stream()
        .map(bytes ->
            new LinkAddress(new Cidr(ip(bytes), prefix), (flags & 0x80) != 0, local, standing));
  }

  private static List<LinkRoute> routes(int index) throws IOException {
    return Netlink.dump(Netlink.ROUTES, ROUTE_HEAD).stream()
        .filter(entry -> isInternet(entry.head().get(0)))
        .filter(entry -> entry.number(4).filter(out -> out == index).isPresent())
        .filter(LinkTable::isOfSomebody)
        .map(LinkTable::route)
        .sorted(Comparator.comparing(LinkRoute::to).thenComparingLong(LinkRoute::metric))
        .toList();
  }

  /** A unicast route of the main table that the kernel did not make for an address. */
  private static boolean isOfSomebody(Netlink.Entry entry) {
    int table = entry.number(15).orElse(Byte.toUnsignedInt(entry.head().get(4)));
    int protocol = Byte.toUnsignedInt(entry.head().get(5));
    int type = Byte.toUnsignedInt(entry.head().get(7));
    return table == 254 && protocol != 2 && type == 1 && (entry.head().getInt(8) & 0x200) == 0;
  }

  private static LinkRoute route(Netlink.Entry entry) {
    int length = Byte.toUnsignedInt(entry.head().get(1));
    String nowhere = entry.head().get(0) == INET6 ? "::" : "0.0.0.0";
    String to = entry.bytes(1).map(LinkTable::ip).map(IpAddress::toString).orElse(nowhere);
    int protocol = Byte.toUnsignedInt(entry.head().get(5));
    boolean announced = protocol == 9 || protocol == 16 || protocol == 1;
    return new LinkRoute(
        to + "/" + length,
        entry.bytes(5).map(LinkTable::ip),
        entry.bytes(7).map(LinkTable::ip),
        Integer.toUnsignedLong(entry.number(6).orElse(0)),
        !announced,
        (entry.head().getInt(8) & 0x4) != 0);
  }

  private static boolean isInternet(byte family) {
    return family == INET || family == INET6;
  }

  static IpAddress ip(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return bytes.length == 4
        ? new IpAddress(false, 0, Integer.toUnsignedLong(buffer.getInt()))
        : new IpAddress(true, buffer.getLong(0), buffer.getLong(8));
  }

  private static String text(byte[] zeroEnded) {
    return new String(zeroEnded, 0, zeroEnded.length - 1, StandardCharsets.UTF_8);
  }
}
