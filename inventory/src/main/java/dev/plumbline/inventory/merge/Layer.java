package dev.plumbline.inventory.merge;

import java.util.Set;

/**
 * A place of the inventory that settings of a node can stand in.
 *
 * @param name the group or node; empty for the others
 * @param local whether it stands in inventory.local.yaml
 * @param within the groups that hold this group, directly or not
 */
public record Layer(Level level, String name, boolean local, Set<String> within) {
  /** From the most general to the most special. */
  public enum Level {
    CLUSTER,
    ALL,
    GROUP,
    NODE
  }

  public Layer {
    within = Set.copyOf(within);
  }

  /**
   * Whether this layer is more special than the other, so that it may change what that one set. Two
   * groups of which neither holds the other are unrelated.
   */
  public boolean refines(Layer other) {
    if (level != other.level) {
      return level.compareTo(other.level) > 0;
    }
    return name.equals(other.name) ? local && !other.local : within.contains(other.name);
  }

  /** What messages call it: {@code group workers}. */
  @Override
  public String toString() {
    return switch (level) {
      case CLUSTER -> "cluster";
      case ALL -> "group all";
      case GROUP -> "group " + name;
      case NODE -> "node " + name;
    };
  }
}
