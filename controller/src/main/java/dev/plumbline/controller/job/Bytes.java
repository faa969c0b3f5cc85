package dev.plumbline.controller.job;

import java.util.Locale;

/** Sizes for a person. */
public final class Bytes {
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};

  private Bytes() {}

  public static String text(long bytes) {
    if (bytes < 1024) {
      return bytes + " bytes";
    }
    double size = bytes;
    int unit = -1;
    while (size >= 1024 && unit < UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
