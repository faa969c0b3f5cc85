package dev.plumbline.agent.guard;

import java.time.Duration;

/** Tells the controller of guards. Never blocks and never fails: what does not arrive is lost. */
public interface GuardListener {
  /**
   * A change begins that may cut the node off.
   *
   * @param within until it is confirmed or undone
   */
  void guarding(String request, Duration within);

  /** What is guarded is changed; told over a connection that was made since. */
  void armed(Announcement announcement);
}
