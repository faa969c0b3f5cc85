package dev.plumbline.agent.host.packages;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.packages.Offer;
import dev.plumbline.resources.host.packages.PackageDatabase;
import dev.plumbline.resources.host.packages.Packages;
import dev.plumbline.resources.host.packages.Simulation;
import dev.plumbline.resources.host.packages.Transaction;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Packages by way of dpkg's files, apt-cache and apt-get. */
public final class AptPackages implements Packages {
  private static final String REMEDY = "look at what apt says on the node, and try again";

  private final Processes processes;
  private final DpkgFiles dpkg;
  private final ArchiveLists lists;
  private final PackageLocks locks;
  private final AptRun run;

  /**
   * @param root the directory under which the node's files lie
   * @param nanoseconds a clock that only goes forward
   */
  public AptPackages(Path root, Processes processes, LongSupplier nanoseconds) {
    this.processes = processes;
    this.dpkg = new DpkgFiles(root);
    this.lists = new ArchiveLists(root, processes, nanoseconds);
    this.locks = new PackageLocks(root, nanoseconds);
    this.run = new AptRun(processes);
  }

  @Override
  public PackageDatabase database() throws Failure {
    run.awaitLeftOver();
    return dpkg.database();
  }

  @Override
  public Map<String, Offer> offers(Set<String> names, Progress progress) throws Failure {
    List<String> arguments = new ArrayList<>(List.of("policy"));
    names.stream().sorted().forEach(arguments::add);
    return AptPolicy.offers(aptCache(arguments, progress));
  }

  @Override
  public List<String> names(String beginning, Progress progress) throws Failure {
    return aptCache(List.of("pkgnames", beginning), progress).lines().toList();
  }

  @Override
  public List<String> archives(Progress progress) throws Failure {
    return AptPolicy.archives(aptCache(List.of("policy"), progress));
  }

  private String aptCache(List<String> arguments, Progress progress) throws Failure {
    lists.fetch(progress);
    List<String> command = new ArrayList<>(List.of("apt-cache", lists.argument()));
    command.addAll(arguments);
    return processes.mustRun(Command.of(command.toArray(String[]::new)), REMEDY).out();
  }

  @Override
  public Simulation simulate(Transaction transaction, Progress progress) throws Failure {
    lists.fetch(progress);
    List<String> command = new ArrayList<>(List.of("apt-get", lists.argument(), "--simulate"));
    command.addAll(AptRun.arguments(transaction));
    return AptSimulation.parse(processes.run(Command.of(command.toArray(String[]::new))));
  }

  @Override
  public Map<String, String> carryOut(Transaction transaction, Progress progress) throws Failure {
    lists.fetch(progress);
    locks.await(progress);
    if (dpkg.interrupted()) {
      run.mend(progress);
    }
    return run.carryOut(transaction, lists.argument(), progress);
  }

  @Override
  public void mark(Map<Mark, List<String>> marks) throws Failure {
    locks.await(Progress.SILENT);
    for (Map.Entry<Mark, List<String>> entry : marks.entrySet()) {
      List<String> command = new ArrayList<>(List.of("apt-mark", word(entry.getKey())));
      command.addAll(entry.getValue());
      processes.mustRun(Command.of(command.toArray(String[]::new)), REMEDY);
    }
  }

  private static String word(Mark mark) {
    return switch (mark) {
      case HOLD -> "hold";
      case UNHOLD -> "unhold";
      case MANUAL -> "manual";
    };
  }
}
