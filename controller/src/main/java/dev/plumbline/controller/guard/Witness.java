package dev.plumbline.controller.guard;

import java.time.Duration;

/** Somebody who can say whether an address is reached from there. */
interface Witness {
  /** As a sentence names it: {@code worker2}, {@code the controller}. */
  String name();

  /** Asks the address; takes at most about that long. */
  Answer ask(String address, int port, Duration timeout) throws InterruptedException;
}
