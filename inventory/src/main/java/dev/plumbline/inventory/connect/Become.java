package dev.plumbline.inventory.connect;

/** How a user who is not root becomes root. */
public enum Become {
  /** {@code sudo -n} first, then with the password, which is asked once for all nodes. */
  AUTO,
  /** Not at all: the user must be root. */
  NONE
}
