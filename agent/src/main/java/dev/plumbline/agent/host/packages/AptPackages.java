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
import dev.plumbline.resources.host.processes.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Packages by way of dpkg's files, apt-cache and apt-get. Not safe for several threads. */
public final class AptPackages implements Packages {
  /** A busy machine may need minutes for what takes a second. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Processes processes;
  private final DpkgFiles dpkg;
  private final ArchiveLists lists;
  private final PackageLocks locks;
  private final AptRun run;
  private final Map<List<String>, Result> answers = new HashMap<>();
  private int answeredBy;
  private @Nullable PackageDatabase answeredFor;

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
    List<String> command = new ArrayList<>(List.of("apt-cache", lists.argument()));
    command.addAll(arguments);
    Result result = ask(command, progress);
    if (!result.succeeded()) {
      throw new Failure(
          "apt-cache failed: " + AptMessages.errors(result.err()),
          "look at what apt says on the node, and try again");
    }
    return result.out();
  }

  @Override
  public Simulation simulate(Transaction transaction, Progress progress) throws Failure {
    List<String> command =
        new ArrayList<>(
            List.of("apt-get", lists.argument(), "--simulate", "--option=Dir::Log::Planner="));
    command.addAll(AptRun.arguments(transaction));
    return AptSimulation.parse(ask(command, progress));
  }

  /**
   * What apt answers depends on its lists and on what dpkg has, and takes it a second each time: as
   * long as both stay, so does the answer.
   */
  private Result ask(List<String> command, Progress progress) throws Failure {
    int edition = lists.fetch(progress);
    PackageDatabase database = dpkg.database();
    if (edition != answeredBy || database != answeredFor) {
      answers.clear();
      answeredBy = edition;
      answeredFor = database;
    }
    Result known = answers.get(command);
    if (known != null) {
      return known;
    }
    progress.now("asking apt what it would do");
    List<String> whole = new ArrayList<>(command);
    dpkg.whole(lists.directory())
        .ifPresent(status -> whole.add(2, "--option=Dir::State::status=" + status));
    Result result = processes.run(Command.of(whole.toArray(String[]::new)).within(PATIENCE));
    answers.put(command, result);
    return result;
  }

  @Override
  public void awaitOthers(Progress progress) throws Failure {
    locks.await(progress);
  }

  @Override
  public Map<String, String> carryOut(Transaction transaction, Progress progress) throws Failure {
    locks.await(progress);
    if (dpkg.interrupted()) {
      run.mend(progress);
    }
    return run.carryOut(transaction, lists.argument(), progress);
  }

  @Override
  public void mark(Map<Mark, List<String>> marks, Progress progress) throws Failure {
    locks.await(progress);
    for (Map.Entry<Mark, List<String>> entry : marks.entrySet()) {
      List<String> command = new ArrayList<>(List.of("apt-mark", word(entry.getKey())));
      command.addAll(entry.getValue());
      processes.mustRun(
          Command.of(command.toArray(String[]::new)).within(PATIENCE),
          "try it by hand on the node, and apply again");
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
