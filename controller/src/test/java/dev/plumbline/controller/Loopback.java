package dev.plumbline.controller;

/**
 * An address of this machine that no other process uses: controllers of other tests and people take
 * the same ports, and would answer in the place of one that starts anew.
 */
public final class Loopback {
  /** Of the network 127.0.0.0/8, all of which leads here. */
  public static final String OWN = of(ProcessHandle.current().pid());

  private Loopback() {}

  private static String of(long process) {
    return "127."
        + (64 + (process >> 16 & 63))
        + "."
        + (process >> 8 & 255)
        + "."
        + (1 + (process & 255) % 254);
  }
}
