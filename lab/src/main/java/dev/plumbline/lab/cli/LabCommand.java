package dev.plumbline.lab.cli;

import picocli.CommandLine.Command;

/** {@code plumb lab}: the verbs. */
@Command(
    name = "lab",
    description = "Several real nodes on this machine, for an inventory without machines.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "up|status|ssh|break|down",
    subcommands = {
      UpCommand.class,
      StatusCommand.class,
      SshCommand.class,
      BreakCommand.class,
      DownCommand.class
    })
public final class LabCommand {}
