package dev.plumbline.agent.dbus.wire;

/** Bytes or values that do not fit the D-Bus wire format. */
public final class WireException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WireException(String message) {
    super(message);
  }
}
