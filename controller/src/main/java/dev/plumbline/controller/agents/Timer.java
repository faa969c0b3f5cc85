package dev.plumbline.controller.agents;

import java.time.Duration;

/** Calls back later. */
@FunctionalInterface
public interface Timer {
  void after(Duration delay, Runnable call);
}
