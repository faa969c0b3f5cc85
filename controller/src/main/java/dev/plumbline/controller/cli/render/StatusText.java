package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.NodeState;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.controller.client.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cluster as the controller knows it. */
public final class StatusText {
  private final Ink ink;
  private final int width;

  public StatusText(Ink ink, int width) {
    this.ink = ink;
    this.width = width;
  }

  public List<String> lines(Status status, Instant now) {
    List<String> lines = new ArrayList<>();
    if (status.nodes().isEmpty()) {
      lines.add("Nothing applied yet: the controller knows of no node.");
      lines.add(ink.dim("controller " + Printable.line(status.controller())));
      return lines;
    }
    lines.add(
        ink.bold(Printable.line(status.cluster()))
            + (status.generation() == 0
                ? ": nothing applied yet"
                : ": generation " + status.generation()));
    lines.add(ink.dim("controller " + Printable.line(status.controller())));
    lines.add("");
    Recap states = new Recap(ink);
    Table table = new Table();
    table.row(
        ink.dim("node"),
        ink.dim("address"),
        ink.dim("agent"),
        ink.dim("state"),
        ink.dim("generation"),
        ink.dim("applied"));
    for (Status.Node node : status.nodes()) {
      table.row(
          ink.bold(node.name()),
          node.address(),
          agent(node, now),
          state(node, states),
          node.generation() == 0 ? "-" : node.generation() + "." + node.revision(),
          ago(node.applied(), now));
    }
    lines.addAll(table.lines());
    unfinished(status, lines);
    return lines;
  }

  /** That a node is offline stands in the column before. */
  private static String state(Status.Node node, Recap states) {
    return node.state() == NodeState.OFFLINE
        ? "-"
        : states.state(node.state())
            + (node.note().isEmpty() ? "" : " " + Printable.line(node.note()));
  }

  private String agent(Status.Node node, Instant now) {
    if (node.connected()) {
      return ink.good("connected");
    }
    if (node.build().isEmpty()) {
      return ink.dim("none yet");
    }
    return ink.bad(
        "offline" + node.since().map(since -> " for " + duration(since, now)).orElse(""));
  }

  private void unfinished(Status status, List<String> lines) {
    int nodeWidth = status.nodes().stream().mapToInt(node -> node.name().length()).max().orElse(0);
    OutcomeText text = new OutcomeText(ink, () -> width, nodeWidth, false);
    List<String> open = new ArrayList<>();
    for (Status.Node node : status.nodes()) {
      if (node.state() == NodeState.OFFLINE && !node.note().isEmpty()) {
        open.addAll(text.lines(new RunEvent.Failed(node.name(), node.note(), "")));
      }
      for (RunEvent.StepDone step : node.unfinished()) {
        open.addAll(text.lines(step));
      }
    }
    if (!open.isEmpty()) {
      lines.add("");
      lines.addAll(open);
    }
  }

  private static String ago(Optional<Instant> when, Instant now) {
    return when.map(then -> duration(then, now) + " ago").orElse("never");
  }

  private static String duration(Instant from, Instant to) {
    Duration passed = Duration.between(from, to);
    if (passed.toDays() > 0) {
      return passed.toDays() + " d";
    }
    if (passed.toHours() > 0) {
      return passed.toHours() + " h";
    }
    return passed.toMinutes() > 0
        ? passed.toMinutes() + " min"
        : Math.max(0, passed.toSeconds()) + " s";
  }
}
