package dev.plumbline.agent.job.spark;

import dev.plumbline.agent.job.unit.JobUnits;
import dev.plumbline.agent.job.unit.UnitState;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.docker.DockerUnit;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.containers.ContainerStatus;
import dev.plumbline.resources.host.containers.Containers;
import dev.plumbline.resources.spark.Parts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** This node's part of the cluster's Spark, and the drivers of jobs beside it. */
public final class LocalSpark {
  /** The port of a driver's page, within its container. */
  static final int DRIVER_PAGE = 4040;

  private final Containers containers;
  private final JobUnits units;
  private final Path runtime;

  /**
   * @param runtime a directory in memory that only root can read, on a node {@code
   *     /run/plumbline-agent}
   */
  public LocalSpark(Containers containers, JobUnits units, Path runtime) {
    this.containers = containers;
    this.units = units;
    this.runtime = runtime;
  }

  /** The name of a job's driver: that of its container, and on Spark's network. */
  public static String driver(String job) {
    return "plumbline-job-" + job;
  }

  /** What runs here; empty if nothing does. */
  public Optional<Present> present() throws Failure {
    if (!engineRuns()) {
      return Optional.empty();
    }
    Optional<ContainerStatus> master =
        containers.find(Parts.MASTER).filter(ContainerStatus::running);
    Optional<ContainerStatus> worker =
        containers.find(Parts.WORKER).filter(ContainerStatus::running);
    return Stream.of(worker, master)
        .flatMap(Optional::stream)
        .map(ContainerStatus::made)
        .findFirst()
        .map(made ->
            new Present(
                master.isPresent(), worker.isPresent(), made.image(), made.network(), made.user()));
  }

  /**
   * The port of 127.0.0.1 that leads to a page of Spark.
   *
   * @param job whose driver's page it is; empty: the master's
   */
  public int page(Optional<String> job) throws Failure {
    String container = job.map(LocalSpark::driver).orElse(Parts.MASTER);
    OptionalInt port =
        engineRuns()
            ? containers.published(container, job.isPresent() ? DRIVER_PAGE : Parts.PAGE)
            : OptionalInt.empty();
    if (port.isPresent()) {
      return port.getAsInt();
    }
    throw job.isPresent()
        ? new Failure(
            "no driver of job " + job.get() + " runs",
            "see with 'plumb job " + job.get() + "' how far it is")
        : new Failure("no master of Spark runs", "see what differs with 'plumb drift', and apply");
  }

  /** Keeps secrets for the driver of a job, until it is removed. */
  public SecretsFile keep(String job, Accounts.User user, Map<String, String> secrets)
      throws Failure {
    SecretsFile file = new SecretsFile(runtime, job);
    file.write(user, secrets);
    return file;
  }

  /** Ends and removes the driver of a job, and its secrets; one that is not there is fine. */
  public void remove(String job) throws Failure {
    new SecretsFile(runtime, job).remove();
    if (engineRuns()) {
      containers.remove(driver(job));
    }
  }

  /** The engine's socket would start it. */
  private boolean engineRuns() throws Failure {
    return units.state(DockerUnit.NAME).filter(UnitState::running).isPresent();
  }
}
