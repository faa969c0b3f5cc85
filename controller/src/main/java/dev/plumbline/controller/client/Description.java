package dev.plumbline.controller.client;

import dev.plumbline.inventory.input.Input;
import java.util.List;

/**
 * A controller that runs.
 *
 * @param agentPort the TCP port that agents dial
 * @param busy whether a run is under way
 * @param kept what can be applied again
 */
public record Description(
    String build, String cluster, long pid, int agentPort, boolean busy, Kept kept) {

  /**
   * The desired state that the controller keeps in memory.
   *
   * @param inputs all that it was made of; empty if none is kept
   * @param nodes their names, in the order of the inventory
   */
  public record Kept(List<Input> inputs, List<String> nodes) {
    public static final Kept NOTHING = new Kept(List.of(), List.of());

    public Kept {
      inputs = List.copyOf(inputs);
      nodes = List.copyOf(nodes);
    }
  }
}
