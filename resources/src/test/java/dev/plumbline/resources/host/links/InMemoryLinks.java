package dev.plumbline.resources.host.links;

import dev.plumbline.resources.contract.InMemoryPort;
import dev.plumbline.resources.ip.IpAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Interfaces that are what they were told to be, and other machines on their wires. */
public final class InMemoryLinks implements Links, InMemoryPort {
  private final Map<String, Link> links = new HashMap<>();
  private final Map<IpAddress, String> others = new HashMap<>();

  /** Two interfaces, the second of them without an address. */
  public static InMemoryLinks freshlyInstalled() {
    return new InMemoryLinks().link(idle("enp0s3", 2)).link(idle("enp0s8", 3));
  }

  /** An interface that is up and has nothing. */
  public static Link idle(String name, int index) {
    return new Link(
        name, index, "08:00:27:00:00:0" + index, true, true, 1500, List.of(), List.of());
  }

  public InMemoryLinks link(Link link) {
    links.put(link.name(), link);
    return this;
  }

  public InMemoryLinks other(String address, String mac) {
    others.put(IpAddress.parse(address), mac);
    return this;
  }

  @Override
  public Optional<Link> find(String name) {
    return Optional.ofNullable(links.get(name));
  }

  @Override
  public boolean await(String name, Predicate<Link> wanted, Duration most) {
    return find(name).filter(wanted).isPresent();
  }

  @Override
  public Map<IpAddress, String> holders(String name, Set<IpAddress> addresses) {
    Map<IpAddress, String> found = new HashMap<>(others);
    found.keySet().retainAll(addresses);
    return found;
  }

  @Override
  public List<String> changes() {
    return List.of();
  }
}
