package dev.plumbline.agent.guard;

import java.util.Locale;

/**
 * How a guard stands. Each but the first is a file of that name, and every step to the next is one
 * rename, which only one of those who try it can win.
 */
enum Mark {
  /** Not wholly written; nothing was changed yet. */
  NONE,
  /** Armed: what was changed goes back unless it is confirmed. */
  PENDING,
  CONFIRMED,
  RESTORING,
  RESTORED;

  String file() {
    return name().toLowerCase(Locale.ROOT);
  }
}
