package dev.plumbline.resources.host.units;

/**
 * What systemd says of a unit (org.freedesktop.systemd1(5)).
 *
 * @param sub the finer state, for example {@code running}, {@code exited}, {@code dead}
 * @param canReload whether the unit knows how to reload its configuration
 */
public record UnitStatus(
    Load load, Active active, String sub, Enablement enablement, boolean canReload) {

  /** Whether systemd could read the unit's file. */
  public enum Load {
    LOADED,
    NOT_FOUND,
    MASKED,
    /** The file is there and wrong: bad-setting, error. */
    BROKEN
  }

  /** What the unit does now. */
  public enum Active {
    ACTIVE,
    RELOADING,
    INACTIVE,
    FAILED,
    ACTIVATING,
    DEACTIVATING,
    MAINTENANCE
  }

  /** Whether the unit starts with the node. */
  public enum Enablement {
    ENABLED,
    DISABLED,
    /** Has no [Install] section: started by others only. */
    STATIC,
    MASKED,
    /** Enabled through another unit, for example by its socket. */
    INDIRECT,
    /** Made by a generator, for example of an init script. */
    GENERATED,
    /** Only until the next restart: enabled-runtime, masked-runtime, linked-runtime, transient. */
    RUNTIME,
    /** Linked or an alias of another unit. */
    ALIAS,
    /** There is no such unit. */
    NONE
  }

  public boolean running() {
    return active == Active.ACTIVE || active == Active.RELOADING;
  }
}
