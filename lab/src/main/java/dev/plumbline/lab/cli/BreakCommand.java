package dev.plumbline.lab.cli;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.fault.Fault;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb lab break [-i FILE] NODE WHAT}; without WHAT it lists what there is. */
@Command(
    name = "break",
    description = "Make a node drift or fail.",
    mixinStandardHelpOptions = true)
final class BreakCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = {"-i", "--inventory"},
      paramLabel = "FILE",
      description = "The inventory.")
  @Nullable Path file;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NODE", description = "The node's name.")
  String node = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "What to do to it; without it, all that can be done is listed.")
  String what = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (what.isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("WHAT", "DOES"));
      for (Fault fault : Fault.values()) {
        rows.add(List.of(fault.usage(), fault.does()));
      }
      Table.print(rows, out);
      return 0;
    }
    Lab lab = WhichLab.running(file);
    Fault fault = Fault.inflict(lab.node(node), what);
    out.println(node + ": " + what + " (" + fault.does() + ")");
    return 0;
  }
}
