package dev.plumbline.agent.host.packages;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.packages.Transaction;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs apt and dpkg so that they end their work even if the agent does not live to see it. */
final class AptRun {
  private static final String NAME = "apt";

  /** dpkg must never be stopped half-way; this only ends what hangs for good. */
  private static final Duration TIMEOUT = Duration.ofHours(4);

  /** Status lines go where the other lines go; a descriptor of their own keeps 1 for dpkg. */
  private static final List<String> SHELL = List.of("/bin/sh", "-c", "exec \"$@\" 3>&1", "apt");

  private static final List<String> KEEP_CONFIGURATION =
      List.of("--force-confdef", "--force-confold");

  private final Processes processes;

  AptRun(Processes processes) {
    this.processes = processes;
  }

  /** What apt-get is told of a transaction, also when it is only simulated. */
  static List<String> arguments(Transaction transaction) {
    List<String> arguments = new ArrayList<>(List.of("--yes", "--allow-downgrades"));
    if (transaction.anew()) {
      arguments.add("--reinstall");
    }
    if (transaction.held()) {
      arguments.add("--allow-change-held-packages");
    }
    arguments.add("install");
    arguments.addAll(transaction.install());
    transaction.remove().forEach(name -> arguments.add(name + "-"));
    return arguments;
  }

  /** Lets dpkg end what it was interrupted at. */
  void mend(Progress progress) throws Failure {
    progress.now("mending an interrupted dpkg");
    List<String> arguments = new ArrayList<>(List.of("dpkg"));
    arguments.addAll(KEEP_CONFIGURATION);
    arguments.addAll(List.of("--configure", "--pending"));
    // Whether all of it went well is for apt to say: it finds what is left.
    processes.runDetached(NAME, quiet(arguments), _ -> {});
  }

  /**
   * @param lists the argument that makes apt use the agent's lists
   * @return why dpkg failed, by package
   */
  Map<String, String> carryOut(Transaction transaction, String lists, Progress progress)
      throws Failure {
    List<String> arguments = new ArrayList<>(SHELL);
    arguments.addAll(List.of("apt-get", lists));
    KEEP_CONFIGURATION.forEach(option -> arguments.add("--option=DPkg::Options::=" + option));
    arguments.addAll(
        List.of(
            "--option=APT::Status-Fd=3",
            "--option=Dpkg::Use-Pty=0",
            "--option=DPkg::Lock::Timeout=600"));
    arguments.addAll(arguments(transaction));
    AptTranscript transcript = new AptTranscript(progress);
    Result result = processes.runDetached(NAME, quiet(arguments), transcript::line);
    if (!result.succeeded() && transcript.errors().isEmpty()) {
      throw new Failure(
          "apt failed: " + AptMessages.errors(result.out()),
          "mend the cause on the node, where /var/log/apt has the whole story, and apply again");
    }
    return transcript.errors();
  }

  /** Nothing asks, and nothing restarts services behind our back. */
  private static Command quiet(List<String> arguments) {
    return Command.of(arguments.toArray(String[]::new))
        .with("DEBIAN_FRONTEND", "noninteractive")
        .with("APT_LISTCHANGES_FRONTEND", "none")
        .with("NEEDRESTART_MODE", "l")
        .within(TIMEOUT);
  }
}
