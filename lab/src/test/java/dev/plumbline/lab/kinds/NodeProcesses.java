package dev.plumbline.lab.kinds;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.util.function.Consumer;

/** Programs that run in a node. */
record NodeProcesses(LabNode node) implements Processes {
  @Override
  public Result run(Command command) {
    Finished finished = node.container().inside(command.arguments()).run();
    return new Result(finished.exit(), finished.out(), finished.err());
  }

  @Override
  public Result runDetached(String name, Command command, Consumer<String> line) {
    Result result = run(command);
    result.out().lines().forEach(line);
    return result;
  }
}
