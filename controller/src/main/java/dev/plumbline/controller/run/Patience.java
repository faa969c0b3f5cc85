package dev.plumbline.controller.run;

import java.time.Duration;

/**
 * How long a run waits.
 *
 * @param enrolled for the first session of an agent that was just installed
 * @param restarted for agents to find a controller that has just started
 * @param lost for an agent whose session ended while it was carrying out a request
 * @param asked for exports that were asked for
 * @param planning for an agent that says nothing while it plans
 * @param applying for an agent that says nothing while it applies
 */
public record Patience(
    Duration enrolled,
    Duration restarted,
    Duration lost,
    Duration asked,
    Duration planning,
    Duration applying) {
  public static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30));
}
