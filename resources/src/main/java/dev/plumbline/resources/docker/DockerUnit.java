package dev.plumbline.resources.docker;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.Units;

/** The unit that the engine runs as. */
public final class DockerUnit {
  public static final String NAME = "docker.service";

  private DockerUnit() {}

  /**
   * Whether the engine runs. To be asked before the engine itself is: systemd listens on its socket
   * and would start it.
   */
  public static boolean runs(Units units) throws Failure {
    return units.status(NAME).running();
  }

  /** Whether there is an engine on the node. */
  public static boolean installed(UnitStatus status) {
    return status.load() != UnitStatus.Load.NOT_FOUND;
  }
}
