package dev.plumbline.resources.overlay_networks;

import java.util.Locale;

/** Whether there is a network. */
public enum NetworkState {
  PRESENT,
  ABSENT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
