package dev.plumbline.agent.job;

import dev.plumbline.agent.job.content.Cache;
import dev.plumbline.agent.job.content.MemoryCourier;
import dev.plumbline.agent.job.content.Runtimes;
import dev.plumbline.agent.job.look.OpenMpi;
import dev.plumbline.agent.job.look.Reach;
import dev.plumbline.agent.job.look.Remains;
import dev.plumbline.agent.job.report.Answers;
import dev.plumbline.agent.job.spark.LocalSpark;
import dev.plumbline.agent.job.unit.JobUnits;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.docker.DockerUnit;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.containers.ContainerPlan;
import dev.plumbline.resources.host.containers.ContainerStatus;
import dev.plumbline.resources.host.containers.Containers;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;

/** Jobs whose folders are in a directory of a test. */
public final class TestJobs {
  private TestJobs() {}

  /** Of a node that runs none. */
  public static Jobs none(Path top, Answers answers) throws Failure {
    return open("n1", "boot", top, new FakeUnits(), List.of(), answers);
  }

  /** A node's part in Spark, on an engine that runs. */
  public static LocalSpark spark(Containers containers) {
    FakeUnits units = new FakeUnits();
    units.runs(DockerUnit.NAME);
    return new LocalSpark(containers, units, Path.of("/nonexistent"));
  }

  static Jobs open(
      String node,
      String boot,
      Path top,
      JobUnits units,
      List<Accounts.User> users,
      Answers answers)
      throws Failure {
    return Jobs.open(site(node, boot, top, units, users, answers));
  }

  static Site site(
      String node,
      String boot,
      Path top,
      JobUnits units,
      List<Accounts.User> users,
      Answers answers) {
    MemoryCourier courier = new MemoryCourier();
    Cache cache = new Cache(top.resolve("content"), courier, InstantSource.system());
    Processes processes = new ShortPrograms();
    return new Site(
        node,
        boot,
        top.resolve("plumbline/jobs"),
        Path.of("/run/shim"),
        units,
        new Site.Host(
            new Users(users),
            processes,
            new OpenMpi(processes, top),
            new LocalSpark(new NoContainers(), units, top.resolve("run")),
            new Remains(top.resolve("root")),
            new Reach()),
        new Site.Contents(cache, new Runtimes(top.resolve("runtimes"), cache, processes), courier),
        answers,
        new Site.Time(InstantSource.system(), System::nanoTime, new Random(1)));
  }

  private record Users(List<User> users) implements Accounts {
    @Override
    public List<Group> groups() {
      return List.of();
    }
  }

  private static final class NoContainers implements Containers {
    @Override
    public Optional<ContainerStatus> find(String name) {
      return Optional.empty();
    }

    @Override
    public OptionalInt published(String name, int port) {
      return OptionalInt.empty();
    }

    @Override
    public void run(ContainerPlan plan) {}

    @Override
    public void start(String name) {}

    @Override
    public void remove(String name) {}

    @Override
    public Optional<String> image(String name) {
      return Optional.empty();
    }

    @Override
    public void load(Path archive) {}

    @Override
    public void pull(String name, Progress progress) {}
  }

  private static final class ShortPrograms implements Processes {
    @Override
    public Result run(Command command) throws Failure {
      try {
        ProcessBuilder program =
            new ProcessBuilder(command.arguments())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        return new Result(program.start().waitFor(), "", "");
      } catch (IOException | InterruptedException e) {
        throw new Failure("cannot run", "look", e);
      }
    }

    @Override
    public Result runDetached(String name, Command command, Consumer<String> line) {
      throw new IllegalStateException("nothing of a job runs so");
    }
  }
}
