package dev.plumbline.resources.host.containers;

/**
 * A directory or file of the node within a container.
 *
 * @param source its path on the node
 * @param target its path in the container
 */
public record Mount(String source, String target, boolean readOnly) {
  /** The form that the engine itself has for it. */
  @Override
  public String toString() {
    return source + ":" + target + (readOnly ? ":ro" : "");
  }
}
