package dev.plumbline.inventory.document;

import java.util.Locale;

/** What layers hold settings of. */
public enum Aspect {
  VARS,
  CONNECT,
  STATE;

  /** The key in the inventory. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
