package dev.plumbline.agent.job;

import dev.plumbline.agent.job.content.Cache;
import dev.plumbline.agent.job.content.Courier;
import dev.plumbline.agent.job.content.Runtimes;
import dev.plumbline.agent.job.look.OpenMpi;
import dev.plumbline.agent.job.look.Reach;
import dev.plumbline.agent.job.look.Remains;
import dev.plumbline.agent.job.report.Answers;
import dev.plumbline.agent.job.unit.JobUnits;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.processes.Processes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What jobs need of their node.
 *
 * @param node its name
 * @param boot tells this run of the machine from others
 * @param jobs where the folders of jobs are
 * @param shim what mpirun starts instead of ssh
 */
public record Site(
    String node,
    String boot,
    Path jobs,
    Path shim,
    JobUnits units,
    Host host,
    Contents contents,
    Answers answers,
    Time time) {
  /** The machine. */
  public record Host(
      Accounts accounts, Processes processes, OpenMpi mpi, Remains remains, Reach reach) {}

  /** What travels. */
  public record Contents(Cache cache, Runtimes runtimes, Courier courier) {}

  /** What is injected for tests. */
  public record Time(InstantSource clock, LongSupplier nanos, RandomGenerator random) {}

  /** A local user that a job may run as. */
  Accounts.User user(String name) throws Failure {
    for (Accounts.User user : host.accounts().users()) {
      if (user.name().equals(name)) {
        Launch.refuseRoot(user);
        return user;
      }
    }
    throw new Failure(
        "there is no user " + name + " on " + node,
        "add it under users: in the inventory, with the same uid on all nodes, and apply");
  }

  Folder folder(String job) {
    return new Folder(jobs.resolve(job));
  }
}
