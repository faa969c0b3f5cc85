package dev.plumbline.agent.guard;

import dev.plumbline.agent.engine.Guarding;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.host.processes.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The guards of this node, by the request that armed them. */
public interface Guards {
  /** Arms guards while that request is carried out. */
  Guarding during(String request);

  /**
   * Ends the guards of a request during which the agent died: what was not confirmed is put back.
   *
   * @return what was undone, by resource
   */
  Map<ResourceId, Guarding.RolledBack> settle(String request) throws Failure;

  /** Forgets the guards of a request whose report is safe. */
  void forget(String request);

  /** Ends and forgets all guards: no request is known that could report them. */
  void forgetAll();

  /** One guard for changes that are made and confirmed together. */
  static Guard together(List<Guard> guards) {
    Set<Path> files = new LinkedHashSet<>();
    List<Command> restore = new ArrayList<>();
    Set<Guard.Address> addresses = new LinkedHashSet<>();
    Duration within = Duration.ZERO;
    for (Guard guard : guards) {
      files.addAll(guard.files());
      restore.addAll(guard.restore());
      addresses.addAll(guard.addresses());
      within = within.compareTo(guard.within()) < 0 ? guard.within() : within;
    }
    return new Guard(List.copyOf(files), restore, List.copyOf(addresses), within);
  }
}
