package dev.plumbline.agent.host.processes;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Programs of this machine. */
public final class SystemProcesses implements Processes {
  private final TransientUnits detached;

  public SystemProcesses(TransientUnits detached) {
    this.detached = detached;
  }

  @Override
  public Result run(Command command) throws Failure {
    List<String> arguments = new ArrayList<>(command.arguments());
    arguments.set(0, Environment.program(command).toString());
    ProcessBuilder builder = new ProcessBuilder(arguments);
    builder.environment().clear();
    builder.environment().putAll(Environment.of(command));
    builder.directory(java.nio.file.Path.of("/").toFile());
    Process process = start(builder, command);
    Captured out = Captured.of(process.getInputStream());
    Captured err = Captured.of(process.getErrorStream());
    Thread.ofVirtual().start(() -> feed(process.getOutputStream(), command.input()));
    try {
      if (!process.waitFor(command.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        throw new Failure(
            "'" + command + "' was ended after " + command.timeout().toSeconds() + " s",
            "find out what it waits for: run it by hand on the node");
      }
      return new Result(process.exitValue(), out.text(), err.text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while '" + command + "' ran", "try again", e);
    } finally {
      process.destroyForcibly();
    }
  }

  @Override
  public Result runDetached(String name, Command command, Consumer<String> line) throws Failure {
    return detached.run(name, command, line);
  }

  private static Process start(ProcessBuilder builder, Command command) throws Failure {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Failure(
          "cannot run '" + command + "': " + e.getMessage(), "try it by hand on the node", e);
    }
  }

  private static void feed(OutputStream stream, String input) {
    try (stream) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The program ended, or closed its input, before it had read everything: its own business.
      return;
    }
  }
}
