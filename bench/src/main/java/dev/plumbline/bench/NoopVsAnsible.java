package dev.plumbline.bench;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.LabProblem;
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
    this.contenders =
        List.of(
            new Plumbline(copy("plumbline"), key, home),
            new Ansible(copy("ansible"), key, bench.resolve("ansible"), work));
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

  /** Copies the inventory: the lab of each tool has its own, and writes beside it. */
  private Path copy(String name) throws IOException {
    Path inventory = bench.resolve("target/work").resolve(name).resolve("inventory.yaml");
    Files.createDirectories(inventory.resolveSibling("files"));
    for (String file : List.of("inventory.yaml", "files/hostfile")) {
      Path given = bench.resolve("plumbline").resolve(file);
      Files.writeString(inventory.resolveSibling(file), Files.readString(given));
    }
    return inventory;
  }

  private List<String> run(int firsts, int rounds) throws IOException {
    Table table = new Table();
    for (int i = 1; i <= firsts; i++) {
      for (Contender contender : contenders) {
        contender.fresh();
        add(table, "first apply", contender, contender.measure(contender.apply(), false));
        // Settles what is only known after a first apply, such as the keys of the other nodes.
        contender.measure(contender.apply(), false);
        add(table, "no-op, warm-up", contender, contender.measure(contender.apply(), true));
      }
    }
    assertSameState();
    for (int i = 1; i <= rounds; i++) {
      for (Contender contender : contenders) {
        add(table, "no-op", contender, contender.measure(contender.apply(), true));
        add(table, "check", contender, contender.measure(contender.check(), true));
      }
    }
    assertSameState();
    return table.lines();
  }

  private static void add(Table table, String action, Contender contender, Sample sample) {
    String tool = contender.getClass().getSimpleName();
    System.out.printf(
        "%s, %s: %.2f s, CPU here %.2f, on the nodes %.2f%n",
        tool, action, sample.wall(), sample.here(), sample.nodes());
    table.add(action, tool, sample);
  }

  /** What the nodes say of themselves must not depend on the tool that made it so. */
  private void assertSameState() throws IOException {
    String script = Files.readString(bench.resolve("state.sh"));
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
    contenders.forEach(Contender::close);
  }
}
