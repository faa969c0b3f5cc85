package dev.plumbline.agent.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.guard.Guard;
import java.util.Map;
import java.util.Optional;

/** Arms guards round changes that can cut the node off. */
@FunctionalInterface
public interface Guarding {
  /**
   * From now on everything is put back unless it is confirmed in time, whatever becomes of the
   * agent.
   *
   * @param guards what is to be changed next, at least one
   * @throws Failure if that cannot be made sure; nothing may be changed then
   */
  Armed arm(Map<ResourceId, Guard> guards, ProgressListener listener) throws Failure;

  /** Guards that are armed. Exactly one of the methods is called, once. */
  interface Armed {
    /**
     * Asks for confirmation of what was changed, and waits for it or for the roll-back.
     *
     * @return empty if the changes stay
     */
    Optional<RolledBack> confirm();

    /** Puts everything back now: not all of it could be changed. */
    RolledBack rollBack();
  }

  /**
   * Changes that were undone.
   *
   * @param how follows "rolled back (what) ": {@code after 30 s: nobody could reach 192.0.2.1}
   * @param remedy what the reader can do, as an imperative sentence
   */
  record RolledBack(String how, String remedy) {}
}
