package dev.plumbline.lab.cli;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.node.Access;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb lab up [FILE]}. */
@Command(
    name = "up",
    description = "Make and start a node for every name in the inventory.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The inventory.")
  @Nullable Path file;

  @Override
  public Integer call() {
    Path inventory = WhichLab.inventory(file);
    try (ConsoleProgress progress = ConsoleProgress.onThisTerminal(spec.commandLine().getOut())) {
      Lab lab = Lab.up(inventory, progress);
      progress.say(
          "lab "
              + lab.id()
              + " is up: plumb lab ssh "
              + lab.nodes().getFirst().name()
              + ", plumb apply; user and password on its nodes: "
              + Access.USER);
    }
    return 0;
  }
}
