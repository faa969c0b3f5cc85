package dev.plumbline.agent.dbus;

/** A service answered a call with an error; the message is the service's own. */
public final class BusErrorException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String name;

  BusErrorException(String name, String message) {
    super(message);
    this.name = name;
  }

  /** The error's name, for example {@code org.freedesktop.systemd1.NoSuchUnit}. */
  public String name() {
    return name;
  }
}
