package dev.plumbline.resources;

/**
 * Names one exported value.
 *
 * @param node the node that publishes it
 * @param resource the resource that publishes it
 * @param attribute which of its values, for example {@code public_key}
 */
public record ExportKey(String node, ResourceId resource, String attribute) {
  @Override
  public String toString() {
    return attribute + " of " + resource + " on " + node;
  }
}
