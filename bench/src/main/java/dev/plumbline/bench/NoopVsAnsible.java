package dev.plumbline.bench;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.Parallel;
import dev.plumbline.lab.node.Access;
import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures Plumbline beside Ansible: one state, three nodes for each, turn by turn. See the README
 * of the bench for what is compared and what is not.
 */
public final class NoopVsAnsible implements AutoCloseable {
  private final Path bench;
  private final List<Contender> contenders;

  private NoopVsAnsible(Path home, Path work) throws IOException {
    this.bench = home.resolve("bench");
    Path key = work.resolve("id_ed25519");
    Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
        .output("making a key");
    Path inventory = bench.resolve("target/work/plumbline/inventory.yaml");
    this.contenders =
        List.of(
            new Plumbline(up(inventory, key), home, inventory),
            new Ansible(
                up(bench.resolve("target/work/ansible/inventory.yaml"), key),
                bench.resolve("ansible"),
                work));
  }

  /** Arguments: how many first applies, then how many rounds of the rest. */
  public static void main(String[] arguments) throws IOException {
    int firsts = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Ansible.install();
    Path home = Path.of("").toAbsolutePath();
    Path work = Files.createTempDirectory("bench");
    try (NoopVsAnsible comparison = new NoopVsAnsible(home, work)) {
      comparison.run(firsts, rounds).forEach(System.out::println);
    } catch (LabProblem e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(1);
    }
  }

  /** Nodes as they are installed, except that a key may log in and sudo does not ask. */
  private Lab up(Path inventory, Path key) throws IOException {
    Path given = bench.resolve("plumbline");
    Files.createDirectories(inventory.resolveSibling("files"));
    for (String file : List.of("inventory.yaml", "files/hostfile")) {
      Files.writeString(inventory.resolveSibling(file), Files.readString(given.resolve(file)));
    }
    System.out.println("three nodes for " + inventory);
    Lab lab = Lab.up(inventory);
    String publicKey = Files.readString(Path.of(key + ".pub")).strip();
    for (LabNode node : lab.nodes()) {
      node.run(
          "install -d -m 0700 -o $1 -g $1 /home/$1/.ssh"
              + " && echo \"$2\" >/home/$1/.ssh/authorized_keys && chown $1: /home/$1/.ssh/*"
              + " && echo \"$1 ALL=(ALL) NOPASSWD: ALL\" >/etc/sudoers.d/$1",
          Access.USER,
          publicKey);
    }
    lab.save();
    return lab;
  }

  private List<String> run(int firsts, int rounds) {
    Table table = new Table();
    for (int i = 1; i <= firsts; i++) {
      for (Contender contender : contenders) {
        progress("first apply", i, firsts, contender);
        contender.fresh();
        table.add("first apply", contender, contender.measure(contender.apply(), false));
        // Settles what is only known after a first apply, such as the keys of the other nodes.
        contender.measure(contender.apply(), false);
        table.add("no-op, warm-up", contender, contender.measure(contender.apply(), true));
      }
    }
    assertSameState();
    for (int i = 1; i <= rounds; i++) {
      for (Contender contender : contenders) {
        progress("no-op and check", i, rounds, contender);
        table.add("no-op", contender, contender.measure(contender.apply(), true));
        table.add("check", contender, contender.measure(contender.check(), true));
      }
    }
    assertSameState();
    return table.lines();
  }

  private static void progress(String what, int round, int rounds, Contender contender) {
    String name = contender.getClass().getSimpleName();
    System.out.println(what + " " + round + "/" + rounds + ": " + name);
  }

  /** What the nodes say of themselves must not depend on the tool that made it so. */
  private void assertSameState() {
    String script;
    try {
      script = Files.readString(bench.resolve("state.sh"));
    } catch (IOException e) {
      throw new LabProblem("cannot read " + bench.resolve("state.sh") + ": " + e.getMessage(), e);
    }
    for (LabNode node : contenders.getFirst().lab().nodes()) {
      String one = node.exec(script).out();
      String other = contenders.getLast().lab().node(node.name()).exec(script).out();
      if (one.isBlank() || !one.equals(other)) {
        throw new LabProblem(
            node.name() + " differs:\n--- plumbline\n" + one + "--- ansible\n" + other);
      }
    }
  }

  @Override
  public void close() {
    contenders.forEach(Contender::forget);
    Parallel.each(contenders, contender -> contender.lab().down());
  }
}
