package dev.plumbline.inventory.job;

/** What starts the ranks on the other nodes. */
public enum Launcher {
  AGENT,
  SSH
}
