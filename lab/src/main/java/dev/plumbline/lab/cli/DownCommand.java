package dev.plumbline.lab.cli;

import dev.plumbline.lab.api.Lab;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb lab down [FILE] [--purge]}. */
@Command(
    name = "down",
    description = "Remove the lab: its nodes, networks and the engine that it started.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The inventory.")
  @Nullable Path file;

  @Option(
      names = "--purge",
      description = "Empty the cache too: the base of the nodes and what apt has downloaded.")
  boolean purge;

  @Override
  public Integer call() {
    Optional<String> id = WhichLab.id(file);
    try (ConsoleProgress progress = ConsoleProgress.onThisTerminal(spec.commandLine().getOut())) {
      if (id.isPresent()) {
        Lab.down(id.get(), progress);
      } else {
        progress.say("no lab is up, nothing to take down");
      }
      if (purge) {
        Lab.purge(progress);
      }
    }
    return 0;
  }
}
