package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.HistoryEntry;
import dev.plumbline.controller.client.NodeState;
import dev.plumbline.controller.client.NodeSummary;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Past runs, the latest first. */
public final class HistoryText {
  private final Ink ink;
  private final DateTimeFormatter time;

  public HistoryText(Ink ink, ZoneId zone) {
    this.ink = ink;
    this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  public List<String> lines(List<HistoryEntry> entries) {
    if (entries.isEmpty()) {
      return List.of("No run yet.");
    }
    Table table = new Table();
    table.row(
        ink.dim("run"),
        ink.dim("verb"),
        ink.dim("generation"),
        ink.dim("started"),
        ink.dim("took"),
        ink.dim("by"),
        ink.dim("exit"),
        ink.dim("result"));
    for (HistoryEntry entry : entries) {
      table.row(
          entry.run(),
          entry.verb(),
          entry.generation() == 0 ? "-" : Long.toString(entry.generation()),
          time.format(entry.started()),
          Elapsed.of(entry.durationMs()),
          Printable.line(entry.user()),
          entry.exitCode() == 0
              ? ink.good("0")
              : entry.exitCode() == 2
                  ? ink.change("2")
                  : ink.bad(Integer.toString(entry.exitCode())),
          result(entry.nodes()));
    }
    return table.lines();
  }

  private static String result(List<NodeSummary> nodes) {
    long converged = nodes.stream().filter(n -> n.state() == NodeState.CONVERGED).count();
    int changed = nodes.stream().mapToInt(NodeSummary::changed).sum();
    int failed = nodes.stream().mapToInt(NodeSummary::failed).sum();
    return converged
        + "/"
        + nodes.size()
        + " converged, "
        + changed
        + " changed"
        + (failed == 0 ? "" : ", " + failed + " failed");
  }
}
