package dev.plumbline.agent.host.packages;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Programs that say what they said on a real node. */
final class ScriptedProcesses implements Processes {
  private final Map<String, Result> answers = new LinkedHashMap<>();
  private final List<String> started = new ArrayList<>();
  private final List<Command> detached = new ArrayList<>();

  /** Answers commands in which that stands, later words first. */
  void answer(String part, Result result) {
    answers.put(part, result);
  }

  /** The commands so far; says "&" before those that outlive the agent. */
  List<String> started() {
    return started;
  }

  List<Command> detached() {
    return detached;
  }

  @Override
  public Result run(Command command) throws Failure {
    started.add(command.toString());
    return answer(command);
  }

  @Override
  public Result runDetached(String name, Command command, Consumer<String> line) throws Failure {
    started.add("& " + name + ": " + command);
    detached.add(command);
    Result result = answer(command);
    result.out().lines().forEach(line);
    return result;
  }

  private Result answer(Command command) {
    return answers.entrySet().stream()
        .filter(answer -> command.toString().contains(answer.getKey()))
        .map(Map.Entry::getValue)
        .reduce((_, later) -> later)
        .orElseThrow(() -> new AssertionError("nobody expected " + command));
  }
}
