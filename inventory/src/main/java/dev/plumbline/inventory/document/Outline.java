package dev.plumbline.inventory.document;

import dev.plumbline.inventory.merge.Layer;
import dev.plumbline.inventory.merge.Setting;
import dev.plumbline.resources.ip.IpAddress;
import dev.plumbline.resources.value.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes and groups of an inventory and the settings that they bring. Where something was wrong,
 * the outline holds what could be read.
 *
 * @param cluster empty if it is missing or wrong
 * @param nodes in the order of the text
 * @param groups without {@code all}; a group stands after all groups that hold it, and else in the
 *     order of the text
 * @param layers what every layer sets
 */
public record Outline(
    Optional<String> cluster,
    ControllerSettings controller,
    JobSettings jobs,
    Map<String, NodeOutline> nodes,
    Map<String, GroupOutline> groups,
    Layers layers) {

  /**
   * A node.
   *
   * @param origin where its name stands
   * @param address empty if it is missing or wrong
   * @param groups the groups that hold it, without {@code all}, in the order of {@link
   *     Outline#groups()}
   */
  public record NodeOutline(
      String name, Origin origin, Optional<IpAddress> address, int slots, List<String> groups) {}

  /**
   * A group.
   *
   * @param within the groups that hold this one, directly or not
   * @param members the nodes that it holds, directly or by other groups, in the inventory's order
   */
  public record GroupOutline(String name, List<String> within, List<String> members) {}

  /** The same with other layers. */
  public Outline with(Layers changed) {
    return new Outline(cluster, controller, jobs, nodes, groups, changed);
  }

  /** What the layers of one node set, the most general first. */
  public List<Setting> settings(NodeOutline node, Aspect aspect) {
    List<Setting> settings = new ArrayList<>(layers.of(Layer.Level.CLUSTER, "", aspect));
    settings.addAll(layers.of(Layer.Level.ALL, "", aspect));
    node.groups().forEach(group -> settings.addAll(layers.of(Layer.Level.GROUP, group, aspect)));
    settings.addAll(layers.of(Layer.Level.NODE, node.name(), aspect));
    return settings;
  }
}
