package dev.plumbline.agent.host.links;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.links.Links;
import dev.plumbline.resources.ip.IpAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The interfaces of this machine, over netlink and packet sockets. */
public final class KernelLinks implements Links {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final String REMEDY = "look at the network with 'ip address' on the node";

  @Override
  public Optional<Link> find(String name) throws Failure {
    try {
      return OwnThread.result(OwnThread.start("links", () -> LinkTable.find(name)));
    } catch (IOException e) {
      throw failure("read the network interfaces", e);
    }
  }

  @Override
  public boolean await(String name, Predicate<Link> wanted, Duration most) throws Failure {
    long start = System.nanoTime();
    while (true) {
      if (find(name).filter(wanted).isPresent()) {
        return true;
      }
      if (System.nanoTime() - start > most.toNanos()) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure("interrupted while waiting for " + name, REMEDY, e);
      }
    }
  }

  @Override
  public Map<IpAddress, String> holders(String name, Set<IpAddress> addresses) throws Failure {
    Optional<Link> link = find(name);
    if (link.isEmpty()) {
      throw new Failure("there is no network interface " + name, REMEDY);
    }
    Set<IpAddress> v4 = family(addresses, false);
    Set<IpAddress> v6 = family(addresses, true);
    try {
      Set<String> own = OwnThread.result(OwnThread.start("links", LinkTable::hardware));
      Wire wire = new Wire(link.get().index(), link.get().mac(), own);
      CompletableFuture<Map<IpAddress, String>> first =
          OwnThread.start("arp", () -> wire.ask(new Arp(wire), v4));
      CompletableFuture<Map<IpAddress, String>> second =
          OwnThread.start("neighbours", () -> wire.ask(new Neighbours(wire), v6));
      Map<IpAddress, String> holders = new HashMap<>(OwnThread.result(first));
      holders.putAll(OwnThread.result(second));
      return holders;
    } catch (IOException e) {
      throw failure("ask on " + name + " who has an address", e);
    }
  }

  private static Set<IpAddress> family(Set<IpAddress> addresses, boolean v6) {
    return addresses.stream()
        .filter(address -> address.v6() == v6)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Failure failure(String what, IOException e) {
    return new Failure("cannot " + what + ": " + e.getMessage(), REMEDY, e);
  }
}
