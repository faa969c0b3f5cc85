package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.ReportJson;
import dev.plumbline.controller.client.Description;
import java.util.Optional;

/** {@code plumb controller}: starts, stops and shows the controller. */
final class ControllerVerb implements Verb {
  private static final int USUAL_LINES = 100;

  @Override
  public int run(Invocation invocation) {
    StatePlace place = invocation.place(invocation.inventoryFile());
    return switch (invocation.arguments().path().getLast()) {
      case "start" -> start(invocation, place);
      case "stop" -> stop(invocation, place);
      case "status" -> status(invocation, place);
      case "log" ->
          new LogTail(place.log(), invocation.output().out())
              .print(
                  invocation.number(Commands.LINES, USUAL_LINES), invocation.has(Commands.FOLLOW));
      case String other -> throw Trouble.of("unknown command 'controller " + other + "'", "");
    };
  }

  private static int start(Invocation invocation, StatePlace place) {
    Controllers.Ensured ensured =
        invocation.ensureController(
            place.inventory(),
            new Controllers.Start(
                invocation.has(Commands.KEEP), () -> invocation.inventory().controller()));
    Description running = ensured.controller().describe();
    invocation
        .output()
        .line((ensured.fresh() ? "Started: " : "Runs already: ") + described(running));
    return ExitCode.CONVERGED;
  }

  private static int stop(Invocation invocation, StatePlace place) {
    boolean ended =
        invocation.surroundings().controllers().stop(place, invocation.has(Commands.FORCE));
    invocation.output().line(ended ? "The controller has ended." : "No controller runs.");
    return ExitCode.CONVERGED;
  }

  private static int status(Invocation invocation, StatePlace place) {
    Optional<Description> running =
        invocation.surroundings().controllers().find(place).map(Controllers.Running::description);
    Output output = invocation.output();
    if (output.json()) {
      output.json(ReportJson.controller(running, place.socket().toString()));
    } else {
      output.line(
          running
              .map(description -> "Runs: " + described(description))
              .orElse("No controller runs for " + place.inventory().name() + "."));
      output.line("Socket: " + place.socket());
      output.line("State:  " + place.directory());
    }
    return ExitCode.CONVERGED;
  }

  private static String described(Description running) {
    return "pid "
        + running.pid()
        + ", agents dial port "
        + running.agentPort()
        + (running.busy() ? ", a run is under way" : "")
        + (running.build().isEmpty() ? "" : ", build " + running.build());
  }
}
