package dev.plumbline.resources.host.processes;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.InMemoryPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Programs that only print what they were told to; an unknown one cannot be started. */
public final class InMemoryProcesses implements Processes, InMemoryPort {
  private final Map<String, Result> answers = new LinkedHashMap<>();
  private final List<String> started = new ArrayList<>();

  /** Answers every command that begins like that. */
  public InMemoryProcesses answer(String beginning, Result result) {
    answers.put(beginning, result);
    return this;
  }

  @Override
  public Result run(Command command) throws Failure {
    started.add(command.toString());
    return answers.entrySet().stream()
        .filter(answer -> command.toString().startsWith(answer.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new Failure("cannot run '" + command + "'", "Install it."));
  }

  @Override
  public Result runDetached(String name, Command command, Consumer<String> line) throws Failure {
    Result result = run(command);
    result.out().lines().forEach(line);
    return result;
  }

  /** Every program counts as a change: to observe, none is started. */
  @Override
  public List<String> changes() {
    return List.copyOf(started);
  }
}
