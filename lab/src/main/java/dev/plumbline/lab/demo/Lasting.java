package dev.plumbline.lab.demo;

/** How long something took, for people. */
final class Lasting {
  private static final long SECOND = 1_000_000_000L;

  private Lasting() {}

  static String of(long nanos) {
    long seconds = Math.round((double) nanos / SECOND);
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
