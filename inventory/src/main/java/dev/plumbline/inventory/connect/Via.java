package dev.plumbline.inventory.connect;

/** How commands get to a node. */
public enum Via {
  SSH,
  /** This machine is the node. */
  LOCAL
}
