package dev.plumbline.controller.contact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A line that answers as a test wrote down, and remembers what was run. */
final class ScriptedLine implements Line {
  final List<String> commands = new ArrayList<>();
  final List<String> inputs = new ArrayList<>();
  final Deque<Finished> answers = new ArrayDeque<>();
  private final Probe probe;

  ScriptedLine(String... probe) {
    this.probe = Probe.parse(List.of(probe));
  }

  @Override
  public Finished run(String command, Feed stdin, Duration timeout) throws IOException {
    commands.add(command);
    ByteArrayOutputStream fed = new ByteArrayOutputStream();
    stdin.to(fed);
    inputs.add(fed.toString(StandardCharsets.UTF_8));
    return answers.isEmpty() ? new Finished(0, "", "") : answers.removeFirst();
  }

  @Override
  public Probe probe() {
    return probe;
  }

  @Override
  public void close() {}
}
