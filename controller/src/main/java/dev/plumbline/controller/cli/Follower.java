package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.render.OutcomeText;
import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.controller.contact.ContactException;
import dev.plumbline.controller.contact.Witness;
import java.util.List;
import java.util.function.Consumer;

/** Shows a run as it goes, first contact included, and remembers it. */
final class Follower implements Consumer<RunEvent>, Witness {
  private final Screen screen;
  private final OutcomeText text;
  private final boolean showsSteps;
  private final RunLog log = new RunLog();

  /**
   * @param showsSteps whether steps and failures are printed as they come
   */
  Follower(Invocation invocation, Screen screen, List<String> nodes, boolean showsSteps) {
    this.screen = screen;
    this.showsSteps = showsSteps;
    Output output = invocation.output();
    int nodeWidth = nodes.stream().mapToInt(String::length).max().orElse(0);
    this.text = new OutcomeText(output.ink(), output::width, nodeWidth, output.verbose());
  }

  RunLog log() {
    return log;
  }

  @Override
  public synchronized void accept(RunEvent event) {
    boolean known = event instanceof RunEvent.Failed failed && log.knows(failed);
    log.hear(event);
    switch (event) {
      case RunEvent.LeaseHeld held -> screen.print(List.of("Waiting: " + held.holder()));
      case RunEvent.State state -> screen.state(state.node(), state.state(), state.note());
      case RunEvent.Working working ->
          screen.working(
              working.node(), working.resource().map(id -> id + ": ").orElse("") + working.now());
      case RunEvent.StepDone done -> show(text.lines(done));
      case RunEvent.Failed failed -> {
        if (!known) {
          show(text.lines(failed));
        }
      }
      case RunEvent.Started _, RunEvent.Planned _, RunEvent.Applied _, RunEvent.Done _ -> {
        // Told at the end.
      }
    }
  }

  private void show(List<String> lines) {
    if (showsSteps) {
      screen.print(lines);
    }
  }

  @Override
  public void working(String node, String now) {
    screen.working(node, now);
  }

  @Override
  public void told(String node, String line) {
    screen.print(List.of(node + ": " + line));
  }

  @Override
  public synchronized void failed(String node, ContactException failure) {
    RunEvent.Failed event = new RunEvent.Failed(node, failure.message(), failure.remedy());
    log.fail(event);
    screen.state(node, dev.plumbline.controller.client.NodeState.OFFLINE, failure.message());
    screen.print(text.lines(event));
  }
}
