package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Doc;
import dev.plumbline.resources.ip.IpAddress;
import java.util.List;

/** Who is asked for names. */
public record Nameservers(
    @Doc("Addresses of the servers.") List<IpAddress> addresses,
    @Doc("Domains in which short names are looked up.") List<String> search) {
  public Nameservers {
    addresses = List.copyOf(addresses);
    search = List.copyOf(search);
  }
}
