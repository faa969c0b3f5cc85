package dev.plumbline.agent.dbus;

import dev.plumbline.resources.Failure;

/** systemd-hostnamed (org.freedesktop.hostname1(5)). */
public final class Hostname1 {
  private static final Target HOSTNAMED =
      new Target(
          "org.freedesktop.hostname1", "/org/freedesktop/hostname1", "org.freedesktop.hostname1");
  private final SystemBus bus;

  public Hostname1(SystemBus bus) {
    this.bus = bus;
  }

  /** Sets the name that the node has after a restart, and the one that it has now. */
  public void setBoth(String name) throws Failure {
    bus.mustCall(HOSTNAMED, "SetStaticHostname", "sb", name, false);
    bus.mustCall(HOSTNAMED, "SetHostname", "sb", name, false);
  }
}
