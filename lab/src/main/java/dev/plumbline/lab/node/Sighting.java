package dev.plumbline.lab.node;

import dev.plumbline.lab.machine.Finished;

/**
 * What one look at a node saw.
 *
 * @param state the engine's word for its container
 * @param addresses all that its second NIC has, by blanks; {@code -} for none
 * @param ssh whether its sshd answers
 */
public record Sighting(String state, String addresses, boolean ssh) {

  public static Sighting of(LabNode node) {
    String state = node.container().state();
    if (!state.equals("running")) {
      return new Sighting(state, "-", false);
    }
    Finished asked =
        node.exec("ip -o -4 address show " + node.secondNic() + " | awk '{print $4}' | xargs");
    String found = asked.ok() ? asked.out().strip() : "?";
    String addresses = node.secondNic() + " " + (found.isEmpty() ? "-" : found);
    return new Sighting(state, addresses, Readiness.banner(node.address()).startsWith("SSH-"));
  }
}
