package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.links.Links;
import dev.plumbline.resources.host.units.Units;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what an interface is. */
final class AddressReading {
  static final String NETWORKD = "systemd-networkd.service";
  private static final Path PROGRAM = Path.of("/usr/sbin/netplan");
  private static final Path IFUPDOWN = Path.of("/etc/network/interfaces");

  private final Files files;
  private final NetplanFiles netplan;
  private final Units units;
  private final Links links;

  AddressReading(Files files, NetplanFiles netplan, Units units, Links links) {
    this.files = files;
    this.netplan = netplan;
    this.units = units;
    this.links = links;
  }

  AddressObservation read(String nic) throws Failure {
    Optional<Link> link = links.find(nic);
    Path own = OwnFile.path(nic);
    List<NetplanFile> all = netplan.read();
    List<Claim> claims =
        all.stream()
            .filter(file -> !file.path().equals(own))
            .flatMap(file -> file.stanzas().stream())
            .flatMap(stanza -> Claim.of(stanza, nic, link.map(Link::mac).orElse("")).stream())
            .toList();
    Optional<String> renderer =
        all.stream().flatMap(file -> file.renderer().stream()).reduce((_, last) -> last);
    return new AddressObservation(
        files.status(PROGRAM).isPresent(),
        renderer,
        text(IFUPDOWN).filter(text -> isInterface(text, nic)).isPresent(),
        text(own),
        files.status(own).map(FileStatus::mode).orElse(OwnFile.MODE),
        claims,
        text(GivenNetwork.path(nic)).map(GivenNetwork::parse),
        units.status(NETWORKD),
        link);
  }

  /** Whether ifupdown has a stanza for it (interfaces(5)). */
  private static boolean isInterface(String text, String nic) {
    return text.lines()
        .map(line -> line.strip().split("\\s+"))
        .anyMatch(words -> words.length > 1 && words[0].equals("iface") && words[1].equals(nic));
  }

  private Optional<String> text(Path path) throws Failure {
    return files.read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
