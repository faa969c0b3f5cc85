package dev.plumbline.resources.host.processes;

import dev.plumbline.resources.Failure;
import java.util.function.Consumer;

/** Programs that run on a node. A check of a converged node starts none. */
public interface Processes {
  /**
   * Runs a short program as a child of the agent, and waits for its end.
   *
   * @throws Failure if it cannot be started or takes too long; an exit code other than 0 is a
   *     result
   */
  Result run(Command command) throws Failure;

  /**
   * Runs a program that must end its work even if the agent dies: in a transient systemd unit.
   * Waits for its end. Where an agent that died left a program of the same name running, this waits
   * for that one first.
   *
   * @param name tells this work from other work: letters, digits and hyphens; at most one program
   *     of a name runs at a time
   * @param command without input
   * @param line receives every line of output as it comes, both streams together
   * @return the output of both streams in {@code out}
   * @throws Failure if it cannot be started or takes too long; an exit code other than 0 is a
   *     result
   */
  Result runDetached(String name, Command command, Consumer<String> line) throws Failure;

  /**
   * Runs a short program that has to succeed.
   *
   * @param remedy what a reader can do if it does not
   * @throws Failure as {@link #run}, and if the exit code is not 0, with the last thing that the
   *     program said
   */
  default Result mustRun(Command command, String remedy) throws Failure {
    Result result = run(command);
    if (!result.succeeded()) {
      throw new Failure(
          "'" + command + "' ended with exit code " + result.exit() + ": " + result.lastLine(),
          remedy);
    }
    return result;
  }
}
