package dev.plumbline.resources.addresses;

import dev.plumbline.resources.ip.Cidr;
import java.nio.file.Path;
import java.util.Optional;

/** The netplan file of one interface that is ours whole. Pure. */
final class OwnFile {
  static final Path DIRECTORY = Path.of("/etc/netplan");
  static final int MODE = 0600;

  private OwnFile() {}

  /**
   * Where it is. Netplan reads files in the order of their names, and those of an installer or of
   * cloud-init begin with 00, 01 or 50.
   */
  static Path path(String nic) {
    return DIRECTORY.resolve("90-plumbline-" + nic + ".yaml");
  }

  /** What it must hold; empty if there must be none. */
  static Optional<String> text(AddressSpec spec) {
    return spec.state() == Presence.PRESENT ? Optional.of(written(spec)) : Optional.empty();
  }

  private static String written(AddressSpec spec) {
    StringBuilder text =
        new StringBuilder("# Plumbline wrote this, and writes it again: change the inventory.\n");
    text.append("network:\n  version: 2\n  ethernets:\n    ")
        .append(YamlText.quoted(spec.nic()))
        .append(":\n      dhcp4: ")
        .append(spec.dhcp4())
        .append('\n');
    if (!spec.addresses().isEmpty()) {
      text.append("      addresses:\n");
      spec.addresses().forEach(cidr -> item(text, "        ", cidr.toString()));
    }
    if (!spec.allRoutes().isEmpty()) {
      text.append("      routes:\n");
      spec.allRoutes().forEach(route -> route(text, route));
    }
    spec.nameservers().ifPresent(servers -> nameservers(text, servers));
    spec.mtu().ifPresent(mtu -> text.append("      mtu: ").append(mtu).append('\n'));
    return text.toString();
  }

  private static void route(StringBuilder text, Route route) {
    text.append("        - to: ")
        .append(YamlText.quoted(route.to().subnet(route.via().v6())))
        .append("\n          via: ")
        .append(YamlText.quoted(route.via().toString()))
        .append('\n');
    route.metric().ifPresent(m -> text.append("          metric: ").append(m).append('\n'));
  }

  private static void nameservers(StringBuilder text, Nameservers servers) {
    text.append("      nameservers:\n");
    if (!servers.addresses().isEmpty()) {
      text.append("        addresses:\n");
      servers.addresses().forEach(each -> item(text, "          ", each.toString()));
    }
    if (!servers.search().isEmpty()) {
      text.append("        search:\n");
      servers.search().forEach(each -> item(text, "          ", each));
    }
  }

  private static void item(StringBuilder text, String indent, String value) {
    text.append(indent).append("- ").append(YamlText.quoted(value)).append('\n');
  }

  /** An address as others write it, in the one way in which it is compared. */
  static String canonical(String text) {
    try {
      return Cidr.parse(text).toString();
    } catch (IllegalArgumentException notAnAddress) {
      return text;
    }
  }
}
