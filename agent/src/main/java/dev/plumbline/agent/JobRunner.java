package dev.plumbline.agent;

import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.install.Layout;
import dev.plumbline.agent.job.Jobs;
import dev.plumbline.agent.job.Site;
import dev.plumbline.agent.job.content.Cache;
import dev.plumbline.agent.job.content.Runtimes;
import dev.plumbline.agent.job.look.OpenMpi;
import dev.plumbline.agent.job.look.Reach;
import dev.plumbline.agent.job.look.Remains;
import dev.plumbline.agent.job.mpi.RelaySocket;
import dev.plumbline.agent.job.mpi.Shim;
import dev.plumbline.agent.job.report.Answers;
import dev.plumbline.agent.job.spark.LocalSpark;
import dev.plumbline.agent.job.unit.JobUnits;
import dev.plumbline.agent.job.unit.SystemdJobUnits;
import dev.plumbline.agent.rpc.ContentCourier;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.containers.Containers;
import dev.plumbline.resources.host.processes.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Wires what runs jobs; it shares nothing with what reconciles, so that neither waits. */
final class JobRunner {
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private final Layout layout;
  private final Accounts accounts;
  private final LocalSpark spark;
  private final Jobs jobs;

  JobRunner(
      Layout layout,
      String node,
      HostPorts ports,
      Answers answers,
      Cache cache,
      ContentCourier courier)
      throws Failure {
    this.layout = layout;
    this.accounts = ports.get(Accounts.class);
    Processes processes = ports.get(Processes.class);
    JobUnits units =
        new SystemdJobUnits(
            new Systemd1(new SystemBus(HostPorts.SYSTEM_BUS)), layout.runtime(), GROUPS);
    this.spark = new LocalSpark(ports.get(Containers.class), units, layout.runtime());
    this.jobs =
        Jobs.open(
            new Site(
                node,
                boot(),
                layout.jobs(),
                shim(),
                units,
                new Site.Host(
                    accounts,
                    processes,
                    new OpenMpi(processes, Path.of("/usr/lib")),
                    spark,
                    new Remains(Path.of("/")),
                    new Reach()),
                new Site.Contents(
                    cache, new Runtimes(layout.runtimes(), cache, processes), courier),
                answers,
                new Site.Time(InstantSource.system(), System::nanoTime, new SecureRandom())));
  }

  Jobs jobs() {
    return jobs;
  }

  LocalSpark spark() {
    return spark;
  }

  private Path shim() {
    return layout.relay().resolve("shim");
  }

  private static String boot() throws Failure {
    try {
      return Files.readString(BOOT).strip();
    } catch (IOException e) {
      throw FileTrouble.of("read", BOOT, e);
    }
  }

  /** Lets the mpiruns of this node ask for orteds. */
  void serve() throws Failure {
    Path directory = layout.relay();
    try {
      Files.createDirectories(directory);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    } catch (IOException e) {
      throw FileTrouble.of("make", directory, e);
    }
    Path socket = directory.resolve("relay.sock");
    Shim.write(shim(), socket);
    RelaySocket.open(socket, jobs, accounts);
  }
}
