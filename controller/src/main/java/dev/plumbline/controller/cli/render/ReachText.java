package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.job.NodeReach;
import java.util.ArrayList;
import java.util.List;

/** Which nodes reach which over the network of the cluster. */
public final class ReachText {
  private final Ink ink;

  public ReachText(Ink ink) {
    this.ink = ink;
  }

  public List<String> lines(List<NodeReach> nodes) {
    List<String> lines = new ArrayList<>();
    long pairs = nodes.stream().mapToLong(node -> node.reached().size()).sum();
    long wrong = 0;
    for (NodeReach node : nodes) {
      if (!node.failure().isEmpty()) {
        lines.add(ink.bold(node.node()) + "  " + ink.bad(Printable.line(node.failure())));
      }
      for (NodeReach.Reached reached : node.reached()) {
        if (!reached.failure().isEmpty()) {
          wrong++;
          lines.add(
              ink.bold(node.node() + " → " + reached.node())
                  + "  "
                  + ink.bad(Printable.line(reached.failure())));
        }
      }
    }
    int mtu =
        nodes.stream()
            .flatMap(node -> node.reached().stream())
            .filter(reached -> reached.failure().isEmpty())
            .mapToInt(NodeReach.Reached::mtu)
            .min()
            .orElse(0);
    lines.add(
        nodes.stream().allMatch(NodeReach::isRight)
            ? ink.good("The network is right: " + pairs + " ordered pairs of nodes")
                + (mtu == 0 ? "." : ", packets of " + mtu + " bytes.")
            : wrong(nodes, pairs, wrong));
    return lines;
  }

  private static String wrong(List<NodeReach> nodes, long pairs, long wrong) {
    long silent = nodes.stream().filter(node -> !node.failure().isEmpty()).count();
    String tried = wrong + " of " + pairs + " ordered pairs of nodes do not reach each other";
    String not = silent + " of " + nodes.size() + " nodes could not be tried";
    return (silent == 0 ? tried : wrong == 0 ? not : tried + ", " + not) + ".";
  }
}
