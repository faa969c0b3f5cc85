package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** The end of a step, as one line that stays on the screen. */
public final class OutcomeText {
  private final Ink ink;
  private final IntSupplier width;
  private final int nodeWidth;
  private final boolean everything;

  /**
   * @param width columns of the terminal, asked when they are needed
   * @param nodeWidth columns of the longest node name
   * @param everything whether a change is shown with its texts
   */
  public OutcomeText(Ink ink, IntSupplier width, int nodeWidth, boolean everything) {
    this.ink = ink;
    this.width = width;
    this.nodeWidth = nodeWidth;
    this.everything = everything;
  }

  /** Nothing for a step that found nothing to do. */
  public List<String> lines(RunEvent.StepDone done) {
    return switch (done.outcome()) {
      case Outcome.Changed changed -> changed(done, changed.changes());
      case Outcome.Unchanged _ -> List.of();
      case Outcome.Skipped skipped ->
          List.of(head(done, Sign.SKIP) + ink.dim("skipped: " + Printable.line(skipped.reason())));
      case Outcome.Waiting waiting ->
          List.of(head(done, Sign.WAIT) + ink.wait("waits for " + Printable.line(waiting.on())));
      case Outcome.Failed failed ->
          List.of(head(done, Sign.FAIL) + FailureText.of(failed.message(), failed.remedy(), ink));
    };
  }

  /** Trouble with a node as a whole. */
  public List<String> lines(RunEvent.Failed failed) {
    String node = failed.node().isEmpty() ? "" : Lengths.padded(failed.node(), nodeWidth) + "  ";
    return List.of(
        node
            + Sign.FAIL.painted(ink)
            + " "
            + FailureText.of(failed.message(), failed.remedy(), ink));
  }

  private List<String> changed(RunEvent.StepDone done, List<Change> changes) {
    Sign sign = Sign.of(changes);
    String head = head(done, sign);
    ChangeText text = new ChangeText(ink, width.getAsInt(), true);
    if (everything) {
      List<String> lines = new ArrayList<>();
      lines.add(head.stripTrailing());
      changes.forEach(
          change -> text.lines(change, sign).forEach(line -> lines.add(indent() + "  " + line)));
      return lines;
    }
    String inline = changes.size() == 1 ? text.inline(changes.getFirst(), sign) : "";
    if (inline.isEmpty() || Lengths.visible(head) + inline.length() > width.getAsInt()) {
      inline = changes.stream().map(Change::attribute).collect(Collectors.joining(", "));
    }
    return List.of((head + inline).stripTrailing());
  }

  private String head(RunEvent.StepDone done, Sign sign) {
    return Lengths.padded(done.node(), nodeWidth)
        + "  "
        + sign.painted(ink)
        + " "
        + ink.bold(Printable.line(done.resource().toString()))
        + "  ";
  }

  private String indent() {
    return " ".repeat(nodeWidth + 4);
  }
}
