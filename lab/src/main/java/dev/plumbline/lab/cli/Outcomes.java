package dev.plumbline.lab.cli;

import dev.plumbline.lab.machine.LabProblem;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;

/** How a command ends: a Problem is its lines on standard error and exit code 1. */
public final class Outcomes {
  static final int ERROR = 1;
  static final int NOT_EVERY_NODE = 3;

  private Outcomes() {}

  public static CommandLine of(CommandLine line) {
    line.setExecutionStrategy(parsed -> {
      if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
        throw new LabProblem(
            "the lab makes its nodes of Linux containers and runs on Linux only;"
                + " here use virtual machines and the same inventory");
      }
      return new CommandLine.RunLast().execute(parsed);
    });
    line.setExecutionExceptionHandler((e, command, parsed) -> show(e, command));
    line.getCommandSpec().exitCodeOnInvalidInput(ERROR);
    everywhere(line);
    return line;
  }

  private static void everywhere(CommandLine line) {
    line.getCommandSpec().exitCodeOnInvalidInput(ERROR);
    line.getSubcommands().values().forEach(Outcomes::everywhere);
  }

  private static int show(Exception e, CommandLine command) throws Exception {
    if (!(e instanceof LabProblem problem)) {
      throw e;
    }
    PrintWriter err = command.getErr();
    String.valueOf(problem.getMessage()).lines().forEach(line -> err.println("error: " + line));
    return ERROR;
  }
}
