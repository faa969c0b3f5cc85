package dev.plumbline.agent.dbus;

/**
 * An interface of an object of a service.
 *
 * @param service for example {@code org.freedesktop.systemd1}
 * @param path the object's path
 * @param type the name of the interface
 */
record Target(String service, String path, String type) {
  static final Target BUS =
      new Target("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

  Target with(String otherType) {
    return new Target(service, path, otherType);
  }
}
