package dev.plumbline.lab.cli;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.node.Sighting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb lab status [FILE]}. */
@Command(
    name = "status",
    description = "Show every node: its state, its addresses, whether SSH answers.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The inventory.")
  @Nullable Path file;

  @Override
  public Integer call() {
    Lab lab = WhichLab.running(file);
    PrintWriter out = spec.commandLine().getOut();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NODE", "STATE", "CONTACT", "ADDRESSES", "SSH"));
    boolean all = true;
    for (LabNode node : lab.nodes()) {
      Sighting seen = Sighting.of(node);
      all &= seen.ssh();
      rows.add(
          List.of(
              node.name(),
              seen.state(),
              node.address(),
              seen.addresses(),
              seen.ssh() ? "answers" : "no answer"));
    }
    out.println("lab " + lab.id());
    Table.print(rows, out);
    return all ? 0 : Outcomes.NOT_EVERY_NODE;
  }
}
