package dev.plumbline.lab.cli;

import dev.plumbline.lab.demo.Demo;
import dev.plumbline.lab.machine.LabProblem;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb demo [DIRECTORY]}. */
@Command(
    name = "demo",
    description = "Show it all on three nodes of the lab.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIRECTORY",
      defaultValue = "plumbline-demo",
      description = "Where the inventory goes; ${DEFAULT-VALUE} if left out.")
  Path directory = Path.of("");

  @Override
  public Integer call() {
    String home = System.getProperty("plumbline.home");
    if (home == null) {
      throw new LabProblem("the demo runs the launcher: start it as ./plumb demo");
    }
    Demo.play(Path.of(home), directory, spec.commandLine().getOut());
    return 0;
  }
}
