package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * systemd-networkd, which answers before it acts: it replies to {@code reconfigure} at once, and
 * only then takes the addresses of the interface away and sets them again. Whoever looks in between
 * sees what was there before, or nothing.
 */
final class Networkd {
  /** What sd-network(3) reads: a file for each interface, named by its number. */
  private static final Path STATES = Path.of("/run/systemd/netif/links");

  private static final String LOOK = "look with 'networkctl status' and 'ip address' on the node";

  private final Files files;
  private final Processes processes;

  Networkd(Files files, Processes processes) {
    this.files = files;
    this.processes = processes;
  }

  /** Has it read its files again; it reconfigures by itself what they changed. */
  void reload() throws Failure {
    run("networkctl", "reload");
    awaitBegin();
  }

  void reconfigure(String nic) throws Failure {
    run("networkctl", "reconfigure", nic);
    awaitBegin();
  }

  /**
   * Its loop takes one thing after the other: when it answers this, it has begun what it promised,
   * and the state of the interface says so.
   */
  private void awaitBegin() throws Failure {
    run(
        "busctl",
        "call",
        "org.freedesktop.network1",
        "/org/freedesktop/network1",
        "org.freedesktop.DBus.Peer",
        "Ping");
  }

  /** Whether it says that it is through with an interface. */
  boolean isThroughWith(Link link) {
    Optional<byte[]> state;
    try {
      state = files.read(STATES.resolve(Integer.toString(link.index())));
    } catch (Failure unreadable) {
      return false;
    }
    return state
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> text.lines().anyMatch("ADMIN_STATE=configured"::equals))
        .isPresent();
  }

  private void run(String... words) throws Failure {
    processes.mustRun(Command.of(words), LOOK);
  }
}
