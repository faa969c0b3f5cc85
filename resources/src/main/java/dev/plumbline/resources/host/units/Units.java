package dev.plumbline.resources.host.units;

import dev.plumbline.resources.Failure;

/**
 * The units of a node's systemd. Names are complete: {@code ssh.service}; an alias means the unit
 * behind it. Every change returns when systemd has finished it; a change that was made already is
 * fine. Unit files that have changed are read again before anything is done with the unit.
 */
public interface Units {
  /** What systemd says of a unit; one that does not exist has {@link UnitStatus.Load#NOT_FOUND}. */
  UnitStatus status(String unit) throws Failure;

  void start(String unit) throws Failure;

  void stop(String unit) throws Failure;

  /** Stops the unit if it runs, and starts it. */
  void restart(String unit) throws Failure;

  /** Makes a running unit read its configuration again. */
  void reload(String unit) throws Failure;

  /** Makes the unit start with the node; does not start it now. */
  void enable(String unit) throws Failure;

  /** Makes the unit not start with the node; does not stop it now. */
  void disable(String unit) throws Failure;

  /** Makes it impossible to start the unit; does not stop it now. */
  void mask(String unit) throws Failure;

  void unmask(String unit) throws Failure;

  /** Makes systemd read all unit files again. */
  void readFilesAgain() throws Failure;
}
