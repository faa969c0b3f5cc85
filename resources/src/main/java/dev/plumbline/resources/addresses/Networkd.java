package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;

/**
 * systemd-networkd, which answers before it acts: it replies to {@code reconfigure} at once, and
 * only then takes the addresses of the interface away and sets them again. Whoever looks in between
 * sees what was there before, or nothing.
 */
final class Networkd {
  private static final String LOOK = "look with 'networkctl status' and 'ip address' on the node";

  private final Processes processes;

  Networkd(Processes processes) {
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
   * Its loop takes one thing after the other: when it answers this, it has taken away what it sets
   * again. That it is through cannot be asked for: it calls an interface configured only when no
   * router has announced itself for a while.
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

  private void run(String... words) throws Failure {
    processes.mustRun(Command.of(words), LOOK);
  }
}
