package dev.plumbline.controller;

import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.ca.CertificateAuthority;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.cluster.Enrollments;
import dev.plumbline.controller.cluster.Reception;
import dev.plumbline.controller.cluster.Remembered;
import dev.plumbline.controller.cluster.Requests;
import dev.plumbline.controller.guard.GuardDesk;
import dev.plumbline.controller.job.Deadlines;
import dev.plumbline.controller.job.content.Cargo;
import dev.plumbline.controller.job.content.ContentStore;
import dev.plumbline.controller.job.desk.JobContext;
import dev.plumbline.controller.job.desk.Jobs;
import dev.plumbline.controller.page.SparkPages;
import dev.plumbline.controller.page.Visits;
import dev.plumbline.controller.reconcile.Linker;
import dev.plumbline.controller.rpc.agents.AgentServer;
import dev.plumbline.controller.rpc.agents.ContentCalls;
import dev.plumbline.controller.rpc.agents.PageCalls;
import dev.plumbline.controller.rpc.agents.Repeats;
import dev.plumbline.controller.rpc.control.AgentBuilds;
import dev.plumbline.controller.rpc.control.Calls;
import dev.plumbline.controller.rpc.control.ControlServer;
import dev.plumbline.controller.rpc.control.ControlService;
import dev.plumbline.controller.rpc.wire.JobMessages;
import dev.plumbline.controller.run.Patience;
import dev.plumbline.controller.run.RunContext;
import dev.plumbline.controller.run.Runs;
import dev.plumbline.controller.store.Recorder;
import dev.plumbline.controller.store.SqliteStore;
import dev.plumbline.controller.store.Store;
import dev.plumbline.controller.store.StoreException;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** All parts of a controller, put together by hand. */
final class Controller implements AutoCloseable {
  private static final Duration IDLE = Duration.ofMinutes(15);
  private static final Duration LOOK_FOR_IDLENESS = Duration.ofSeconds(30);

  /** How much of jobs' files is kept, in bytes. */
  private static final long CONTENT = 20L << 30;

  private static final Duration LAST_WORDS = Duration.ofMillis(200);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final LogFile log;
  private Path socket = Path.of("");
  private int port;

  private Controller(LogFile log) {
    this.log = log;
  }

  /**
   * What a test replaces.
   *
   * @param clock for people and certificates
   * @param ticker for durations: monotonic time in nanoseconds
   */
  record Setting(
      Clock clock,
      LongSupplier ticker,
      Patience patience,
      Deadlines deadlines,
      AgentServer.Pace pace,
      Registry registry) {
    static final Setting USUAL =
        new Setting(
            Clock.systemUTC(),
            System::nanoTime,
            Patience.USUAL,
            Deadlines.USUAL,
            AgentServer.Pace.USUAL,
            ResourceTypes.standard());
  }

  static Controller start(
      Options options, StateDirectory state, LogFile log, Setting setting, Runnable stop)
      throws StartException {
    Controller controller = new Controller(log);
    try {
      controller.wire(options, state, setting, stop);
      return controller;
    } catch (StartException e) {
      controller.close();
      throw e;
    } catch (IOException | StoreException e) {
      controller.close();
      throw new StartException(String.valueOf(e.getMessage()), e);
    }
  }

  private void wire(Options options, StateDirectory state, Setting setting, Runnable stop)
      throws IOException, StartException {
    Clock clock = setting.clock();
    LongSupplier ticker = setting.ticker();
    Timers timers = add(new Timers());

    // Keys and TLS on one side and the database on the other take about the same time.
    Aside<Credentials> credentials = Aside.start(() -> Credentials.open(state.path(), clock));
    Store store = SqliteStore.open(state.database());
    Remembered remembered;
    Optional<Integer> lastPort;
    try {
      remembered = Remembered.load(store);
      lastPort = store.setting("port").map(Integer::valueOf);
    } catch (StoreException e) {
      store.close();
      throw e;
    }
    Recorder recorder = add(new Recorder(store));
    Cluster cluster = new Cluster(remembered, recorder, clock);
    CertificateAuthority authority = credentials.get().authority();
    AgentServer.Prepared prepared = credentials.get().server();

    Requests requests = new Requests();
    Reception reception = new Reception(cluster, requests, clock, log, new Repeats(log, ticker));
    AgentServer.Pace pace = setting.pace();
    Agents agents = new Agents(reception, timers, pace.heartbeat());
    reception.guardsGoTo(new GuardDesk(cluster, agents, reception, requests, ticker, log)::armed);
    Path home = state.path();
    Jobs.Remembered jobsBefore = recorder.read(Controller::jobsBefore).join();
    JobContext jobContext =
        new JobContext(
            cluster,
            agents,
            reception,
            requests,
            JobMessages::spec,
            home.resolve("jobs"),
            setting.deadlines(),
            clock,
            ticker,
            Nonces::next,
            log);
    Jobs jobs = add(new Jobs(jobContext, jobsBefore));
    Cargo cargo = new Cargo(setting.registry(), jobs.access(), jobs::needed);
    ContentStore contents =
        new ContentStore(home.resolve("content"), CONTENT, cargo::needed, clock);
    Visits visits = new Visits(agents, timers);
    AgentServer server =
        add(
            new AgentPort(options.listen(), log)
                .open(
                    options.port(),
                    lastPort,
                    prepared,
                    new AgentServer.Behind(
                        cluster,
                        agents,
                        reception,
                        timers,
                        clock,
                        pace,
                        new ContentCalls(contents, cargo),
                        new PageCalls(visits),
                        new Repeats(log, ticker))));
    port = server.port();
    if (!lastPort.equals(Optional.of(port))) {
      recorder.write(kept -> kept.set("port", Integer.toString(port))).join();
    }

    Enrollments enrollments = new Enrollments(ticker);
    RunContext context =
        new RunContext(
            cluster,
            agents,
            reception,
            requests,
            enrollments,
            new Linker(setting.registry()),
            setting.patience(),
            clock,
            ticker,
            ticker.getAsLong());
    Runs runs = new Runs(context, cargo::know, log);
    String sources = System.getProperty("plumbline.home", "");
    ControlService service =
        new ControlService(
            context,
            runs,
            jobs,
            contents,
            new dev.plumbline.controller.rpc.control.PageCalls(
                new SparkPages(
                    cluster,
                    agents,
                    jobs,
                    setting.registry(),
                    timers,
                    () ->
                        ticker.getAsLong() - context.started()
                            < context.patience().restarted().toNanos()),
                visits),
            authority,
            new AgentBuilds(Path.of(sources, "agent", "target", "packages")),
            new ControlService.About(
                System.getProperty("plumbline.build", ""),
                ProcessHandle.current().pid(),
                port,
                options.advertise()),
            timers,
            () -> timers.after(LAST_WORDS, stop));
    Calls calls = new Calls(ticker);
    socket = options.socket().orElseGet(() -> ControlPlace.of(state.path(), System.getenv()));
    add(ControlServer.start(socket, service, calls, log));
    if (!options.keep()) {
      lookForIdleness(timers, () -> runs.busy() || jobs.busy(), calls, stop);
    }
    log.accept(
        "the controller (pid "
            + ProcessHandle.current().pid()
            + ") listens for agents on port "
            + port
            + " and for plumb at "
            + socket);
  }

  private static Jobs.Remembered jobsBefore(Store store) {
    return new Jobs.Remembered(
        store.jobsUnderWay(JobMessages::spec), store.drains(), store.lastJob());
  }

  private void lookForIdleness(Timers timers, BooleanSupplier busy, Calls calls, Runnable stop) {
    timers.after(
        LOOK_FOR_IDLENESS,
        () -> {
          if (!busy.getAsBoolean() && calls.quiet() > IDLE.toNanos()) {
            log.accept("nobody has called for " + IDLE.toMinutes() + " minutes");
            stop.run();
          } else {
            lookForIdleness(timers, busy, calls, stop);
          }
        });
  }

  private <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  Path socket() {
    return socket;
  }

  int port() {
    return port;
  }

  /** Ends everything, the last part first. */
  @Override
  public void close() {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        log.trouble("cannot close " + part.getClass().getSimpleName(), e);
      }
    }
    parts.clear();
  }
}
