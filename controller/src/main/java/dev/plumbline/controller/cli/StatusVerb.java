package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.ReportJson;
import dev.plumbline.controller.cli.render.StatusText;
import dev.plumbline.controller.cli.screen.StatusScreen;
import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.Status;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code plumb status}: says how the cluster is. */
final class StatusVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    Controller controller = invocation.controller();
    Output output = invocation.output();
    AtomicInteger exitCode = new AtomicInteger();
    boolean watch = invocation.has(Commands.WATCH);
    StatusScreen screen =
        new StatusScreen(output.out(), watch && !output.json() && output.terminal().shows());
    controller.status(
        watch,
        status -> {
          exitCode.set(code(status));
          if (output.json()) {
            output.json(ReportJson.status(status));
            output.out().flush();
          } else {
            screen.show(() -> lines(invocation, status));
          }
        });
    return exitCode.get();
  }

  private static List<String> lines(Invocation invocation, Status status) {
    Output output = invocation.output();
    return new StatusText(output.ink(), output.width())
        .lines(status, invocation.surroundings().now().get());
  }

  /** A status is read, not judged: only what cannot be seen counts. */
  private static int code(Status status) {
    return status.nodes().stream().allMatch(Status.Node::connected)
        ? ExitCode.CONVERGED
        : ExitCode.UNREACHED;
  }
}
