package dev.plumbline.agent.guard;

import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import java.time.Duration;

/** Runs restore scripts outside of the agent, so that they need no agent. */
public interface GuardUnits {
  /** Lets the script run after that time. */
  void arm(String guard, Path script, Duration within) throws Failure;

  /** Stops the timer; a script that runs already is left alone. */
  void disarm(String guard) throws Failure;

  /**
   * Runs the script now, and waits for its end.
   *
   * @param mode its argument
   */
  void run(String guard, Path script, String mode) throws Failure;
}
