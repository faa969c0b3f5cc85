package dev.plumbline.lab.cli;

import dev.plumbline.lab.api.Lab;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb lab ssh [-i FILE] NODE [-- COMMAND…]}; its exit code is the command's own. */
@Command(
    name = "ssh",
    description = "Log in to a node as its user, or run a command there.",
    mixinStandardHelpOptions = true)
final class SshCommand implements Callable<Integer> {
  @Option(
      names = {"-i", "--inventory"},
      paramLabel = "FILE",
      description = "The inventory.")
  @Nullable Path file;

  @Parameters(index = "0", paramLabel = "NODE", description = "The node's name.")
  String node = "";

  @Parameters(index = "1..*", paramLabel = "COMMAND", description = "What to run there.")
  List<String> command = List.of();

  @Override
  public Integer call() {
    Lab lab = WhichLab.running(file);
    return lab.access().ssh(lab.node(node).address(), Terminal.here(), command).runHere();
  }
}
