package dev.plumbline.agent.work;

import dev.plumbline.agent.engine.Guarding;
import dev.plumbline.agent.guard.Guards;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Guards that cannot be armed, and those that an agent which died left behind. */
public final class ScriptedGuards implements Guards {
  final List<String> log = new CopyOnWriteArrayList<>();
  private final Map<ResourceId, Guarding.RolledBack> undone;

  /**
   * @param undone what every settling finds
   */
  ScriptedGuards(Map<ResourceId, Guarding.RolledBack> undone) {
    this.undone = undone;
  }

  @Override
  public Guarding during(String request) {
    return (guards, listener) -> {
      throw new Failure("no guard can be armed here", "arm none");
    };
  }

  @Override
  public Map<ResourceId, Guarding.RolledBack> settle(String request) {
    log.add("settle " + request);
    return undone;
  }

  @Override
  public void forget(String request) {
    log.add("forget " + request);
  }

  @Override
  public void forgetAll() {
    log.add("forget all");
  }
}
