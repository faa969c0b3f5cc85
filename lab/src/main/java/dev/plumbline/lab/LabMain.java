package dev.plumbline.lab;

import dev.plumbline.lab.cli.DemoCommand;
import dev.plumbline.lab.cli.LabCommand;
import dev.plumbline.lab.cli.Outcomes;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program that the launcher starts for {@code plumb lab} and {@code plumb demo}. */
@Command(
    name = "plumb",
    subcommands = {LabCommand.class, DemoCommand.class})
public final class LabMain {
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return Outcomes.of(new CommandLine(new LabMain())).execute(args);
  }
}
