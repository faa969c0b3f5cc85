package dev.plumbline.agent;

import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.engine.Engine;
import dev.plumbline.agent.facts.Facts;
import dev.plumbline.agent.facts.Pulse;
import dev.plumbline.agent.guard.Guards;
import dev.plumbline.agent.guard.NodeGuards;
import dev.plumbline.agent.guard.TransientGuardUnits;
import dev.plumbline.agent.guard.Vigil;
import dev.plumbline.agent.host.processes.TransientUnits;
import dev.plumbline.agent.identity.Identity;
import dev.plumbline.agent.install.ConnectionFile;
import dev.plumbline.agent.install.Layout;
import dev.plumbline.agent.install.Settings;
import dev.plumbline.agent.install.Unpacked;
import dev.plumbline.agent.job.content.Cache;
import dev.plumbline.agent.journal.CatalogFile;
import dev.plumbline.agent.journal.Journal;
import dev.plumbline.agent.page.Pages;
import dev.plumbline.agent.rpc.ContentCourier;
import dev.plumbline.agent.rpc.Link;
import dev.plumbline.agent.rpc.PageCourier;
import dev.plumbline.agent.rpc.Tls;
import dev.plumbline.agent.rpc.wire.Outbox;
import dev.plumbline.agent.rpc.wire.Vitals;
import dev.plumbline.agent.service.Liveness;
import dev.plumbline.agent.service.NotifySocket;
import dev.plumbline.agent.service.Watchdog;
import dev.plumbline.agent.work.Worker;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The daemon: everything wired, and its threads started. */
final class Agent {
  private static final System.Logger LOG = System.getLogger(Agent.class.getName());
  private static final Duration LEFTOVERS = Duration.ofHours(1);
  private static final Path ROOT = Path.of("/");
  private static final Duration STUCK = Duration.ofMinutes(2);

  private final Settings settings;
  private final String build;
  private final Worker worker;
  private final JobRunner jobRunner;
  private final Link link;

  /**
   * Wires the agent, and starts nothing.
   *
   * @param layout where its own files are; what it manages is this machine, whatever the layout is
   */
  Agent(Layout layout, Unpacked from) throws Failure {
    settings = Settings.read(layout.settings());
    build = from.build();
    SystemBus bus = new SystemBus(HostPorts.SYSTEM_BUS);
    Systemd1 systemd = new Systemd1(bus);
    TransientUnits detached = new TransientUnits(systemd, layout.runtime());
    Registry registry = ResourceTypes.standard();
    List<Journal.Past> past = new ArrayList<>();
    Journal journal = Journal.open(layout.journal(), past);
    Facts facts = new Facts(ROOT);
    Outbox outbox = new Outbox();
    ContentCourier courier = new ContentCourier();
    Cache cache = new Cache(layout.contents(), courier, InstantSource.system());
    HostPorts ports = new HostPorts(bus, systemd, detached, cache);
    Vigil vigil = new Vigil(outbox, System::nanoTime);
    Guards guards =
        new NodeGuards(
            layout.guards(),
            new TransientGuardUnits(systemd),
            vigil,
            new SecureRandom(),
            System::nanoTime);
    worker =
        new Worker(
            settings.node(),
            registry,
            new Engine(registry, ports),
            new Worker.Memory(journal, past, CatalogFile.open(layout.catalog()), guards),
            () -> detached.finish(LEFTOVERS, line -> {}),
            facts::read,
            outbox,
            System::nanoTime);
    Self self = new Self(ROOT, settings.node(), build, registry.all(), worker);
    jobRunner = new JobRunner(layout, settings.node(), ports, outbox, cache, courier);
    Identity identity = new Identity(layout.identity());
    Pulse pulse = new Pulse(ROOT);
    link =
        new Link(
            settings.controllers(),
            new Tls(identity.key(), identity.certificate(), identity.authority()),
            new Link.Speech(self::greeting, () -> vitals(pulse), facts::read),
            outbox,
            worker,
            new Link.JobDesk(
                jobRunner.jobs(), courier, new PageCourier(new Pages(jobRunner.spark()))),
            vigil,
            new ConnectionFile(
                layout.connection(), InstantSource.system(), ProcessHandle.current().pid()),
            RandomGenerator.getDefault());
  }

  /** Starts the agent; it runs until the process ends. */
  void start() throws Failure {
    jobRunner.serve();
    List<Thread> threads =
        List.of(
            Thread.ofPlatform().name("engine").start(worker),
            Thread.ofPlatform().name("link").start(link));
    tellSystemd(threads, link);
    LOG.log(System.Logger.Level.INFO, "agent of {0}, build {1}", settings.node(), build);
  }

  /**
   * One session with a controller of the build, so that the JVM records the classes for its cache.
   */
  void train() throws InterruptedException {
    Thread.ofPlatform().name("engine").daemon().start(worker);
    LOG.log(System.Logger.Level.INFO, "{0}", link.session(settings.controllers().getFirst()));
  }

  private static void tellSystemd(List<Thread> threads, Link link) throws Failure {
    Optional<NotifySocket> socket =
        NotifySocket.named(Optional.ofNullable(System.getenv("NOTIFY_SOCKET")));
    if (socket.isEmpty()) {
      return;
    }
    try {
      socket.get().send("READY=1");
    } catch (IOException e) {
      throw new Failure(
          "systemd cannot be told that the agent is ready: " + e.getMessage(),
          "look at the unit of the agent (systemctl cat " + Layout.UNIT + ")",
          e);
    }
    Watchdog.within(Optional.ofNullable(System.getenv("WATCHDOG_USEC")))
        .ifPresent(within ->
            Thread.ofPlatform()
                .name("watchdog")
                .daemon()
                .start(
                    new Watchdog(
                        socket.get(),
                        within,
                        new Liveness(threads, link::beats, STUCK, System::nanoTime))));
  }

  private static Vitals vitals(Pulse pulse) {
    try {
      return new Vitals(pulse.load(), pulse.memoryAvailable());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot read /proc: {0}", e.getMessage());
      return new Vitals(0, 0);
    }
  }
}
