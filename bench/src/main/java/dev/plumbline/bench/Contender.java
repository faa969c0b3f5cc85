package dev.plumbline.bench;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.node.Access;
import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One of the tools that are compared, with three nodes of its own. */
abstract sealed class Contender permits Plumbline, Ansible {
  private static final int QUOTED = 20;

  private final Path inventory;
  private final Path key;
  private final Cgroup own;
  private Optional<Lab> lab = Optional.empty();

  /**
   * @param inventory of its lab; nothing is started yet
   * @param key a private key that may log in to the nodes
   */
  Contender(Path inventory, Path key) {
    this.inventory = inventory;
    this.key = key;
    this.own = Cgroup.make("plumbline-bench-" + inventory.getName(inventory.getNameCount() - 2));
  }

  /** The command line that makes the nodes what they must be. */
  abstract Command apply();

  /** The command line that says what would change, and its exit code when nothing would. */
  abstract Command check();

  /** Forgets what this tool keeps of its nodes: a first apply has nothing to lean on. */
  abstract void forget();

  /** What the tool prints at its end if nothing was changed on any node. */
  abstract boolean saysUnchanged(Finished finished);

  Lab lab() {
    return lab.orElseThrow();
  }

  /** Gives it nodes as they are installed, except that a key may log in and sudo does not ask. */
  void fresh() throws IOException {
    close();
    lab = Optional.of(Lab.up(inventory));
    String publicKey = Files.readString(Path.of(key + ".pub")).strip();
    for (LabNode node : lab().nodes()) {
      node.run(
          "install -d -m 0700 -o $1 -g $1 /home/$1/.ssh"
              + " && echo \"$2\" >/home/$1/.ssh/authorized_keys && chown $1: /home/$1/.ssh/*"
              + " && echo \"$1 ALL=(ALL) NOPASSWD: ALL\" >/etc/sudoers.d/$1",
          Access.USER,
          publicKey);
    }
  }

  /** Takes the nodes down. */
  void close() {
    forget();
    lab.ifPresent(Lab::down);
  }

  /** Runs a command line to its end. */
  Sample measure(Command command, boolean mustBeUnchanged) {
    List<Cgroup> nodes =
        lab().nodes().stream().map(node -> Cgroup.ofContainer(node.container().id())).toList();
    Command entering = Command.of(own.entering()).and(command.words()).with(command.environment());
    double here = own.cpuSeconds();
    double there = used(nodes);
    long begun = System.nanoTime();
    Finished finished = entering.run();
    double wall = (System.nanoTime() - begun) / 1e9;
    Sample sample = new Sample(wall, own.cpuSeconds() - here, used(nodes) - there);
    if (!finished.ok() || (mustBeUnchanged && !saysUnchanged(finished))) {
      List<String> said = (finished.out() + finished.err()).lines().toList();
      throw new LabProblem(
          String.join(" ", command.words())
              + " was not what the bench measures, exit code "
              + finished.exit()
              + ":\n"
              + String.join("\n", said.subList(Math.max(0, said.size() - QUOTED), said.size())));
    }
    return sample;
  }

  private static double used(List<Cgroup> nodes) {
    return nodes.stream().mapToDouble(Cgroup::cpuSeconds).sum();
  }
}
