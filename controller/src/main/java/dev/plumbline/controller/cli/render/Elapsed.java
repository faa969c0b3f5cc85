package dev.plumbline.controller.cli.render;

import java.util.Locale;

/** Durations as people say them. */
public final class Elapsed {
  private Elapsed() {}

  public static String of(long milliseconds) {
    long seconds = milliseconds / 1000;
    if (seconds < 60) {
      // Most commands say this and nothing else that would need a formatter.
      long tenths = (milliseconds + 50) / 100;
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
  }
}
