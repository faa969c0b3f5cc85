package dev.plumbline.inventory.input;

/**
 * One thing outside that an inventory was made of.
 *
 * @param name of the variable, or the absolute path of the file; empty where there is only one
 */
public record Input(Kind kind, String name) {
  /** What it is. */
  public enum Kind {
    /** Which file is the inventory, and what the user calls it. */
    INVENTORY,
    /** What {@code ~} stands for. */
    HOME,
    /** An environment variable, set or not. */
    VARIABLE,
    /** The content of a file, there or not. */
    FILE,
    /** Who may use a file, there or not. */
    ACCESS
  }
}
