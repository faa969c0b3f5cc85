package dev.plumbline.bench;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import java.util.List;

/** One of the tools that are compared, with three nodes of its own. */
abstract sealed class Contender permits Plumbline, Ansible {
  private final Lab lab;
  private final Cgroup own;
  private List<Cgroup> nodes = List.of();

  Contender(Lab lab, String name) {
    this.lab = lab;
    this.own = Cgroup.make("plumbline-bench-" + name);
  }

  /** The command line that makes the nodes what they must be. */
  abstract Command apply();

  /** The command line that says what would change, and its exit code when nothing would. */
  abstract Command check();

  /** Whether a first apply has nothing to lean on: forgets what this tool keeps of its nodes. */
  abstract void forget();

  /** What the tool prints at its end if nothing was changed on any node. */
  abstract boolean saysUnchanged(Finished finished);

  Lab lab() {
    return lab;
  }

  /** Gives it fresh nodes again. */
  void fresh() {
    forget();
    lab.restore();
  }

  /** Runs a command line to its end. */
  Sample measure(Command command, boolean mustBeUnchanged) {
    nodes = lab.nodes().stream().map(node -> Cgroup.ofContainer(node.container().id())).toList();
    Command entering = Command.of(own.entering()).and(command.words()).with(command.environment());
    double here = own.cpuSeconds();
    double there = ofNodes();
    long begun = System.nanoTime();
    Finished finished = entering.run();
    double wall = (System.nanoTime() - begun) / 1e9;
    Sample sample = new Sample(wall, own.cpuSeconds() - here, ofNodes() - there);
    if (!finished.ok() || (mustBeUnchanged && !saysUnchanged(finished))) {
      throw new LabProblem(
          String.join(" ", command.words())
              + " was not what the bench measures, exit code "
              + finished.exit()
              + ":\n"
              + finished.out()
              + finished.err());
    }
    return sample;
  }

  private double ofNodes() {
    return nodes.stream().mapToDouble(Cgroup::cpuSeconds).sum();
  }
}
