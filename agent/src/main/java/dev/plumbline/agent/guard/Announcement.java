package dev.plumbline.agent.guard;

import java.time.Duration;
import java.util.List;

/**
 * What the controller is told of an armed guard once the changes are made.
 *
 * @param request the apply that it belongs to
 * @param remaining until the roll-back
 * @param listening what has to answer; empty if the new connection is enough
 */
public record Announcement(
    String request, String guard, Duration remaining, List<Listening> listening) {
  public Announcement {
    listening = List.copyOf(listening);
  }
}
