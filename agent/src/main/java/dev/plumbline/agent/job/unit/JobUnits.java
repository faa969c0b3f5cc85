package dev.plumbline.agent.job.unit;

import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.resources.Failure;
import java.util.List;
import java.util.Optional;

/** The units of jobs. A unit stays until it is removed, also after its program has ended. */
public interface JobUnits {
  /** Starts a program; returns when it runs, or has ended already. */
  void start(UnitPlan plan) throws Failure;

  /** Empty if there is no such unit. */
  Optional<UnitState> state(String unit) throws Failure;

  /** The names of the units that match a pattern of the shell. */
  List<String> names(String pattern) throws Failure;

  /** Sends a signal to the unit's program, if it is there. */
  void signal(String unit, int signal) throws Failure;

  /** Kills everything in a unit, if it is there; how its program ended stays known. */
  void kill(String unit) throws Failure;

  /** Kills everything in a unit and forgets it; one that is not there is no failure. */
  void remove(String unit) throws Failure;

  /** The processes in a control group. */
  List<Long> processes(String controlGroup) throws Failure;

  /** What a control group has used; nothing where that cannot be read, as after its end. */
  Usage usage(String controlGroup);
}
