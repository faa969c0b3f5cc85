package dev.plumbline.agent.job;

import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.agent.job.order.Order;
import dev.plumbline.agent.job.report.Phase;
import dev.plumbline.agent.job.report.Relay;
import dev.plumbline.agent.job.report.Trouble;
import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.agent.job.unit.Signals;
import dev.plumbline.agent.job.unit.UnitPlan;
import dev.plumbline.agent.job.unit.UnitState;
import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The programs of one job on this node: started, watched, signalled, and found again. */
final class Conduct {
  private static final System.Logger LOG = System.getLogger(Conduct.class.getName());
  private static final Duration TO_END = Duration.ofSeconds(5);
  private static final Path PROC = Path.of("/proc");
  private static final int KILLED = 128 + Signals.KILL;
  private static final int REFUSED = 126;
  private final LocalJob job;
  private final Site site;

  Conduct(LocalJob job) {
    this.job = job;
    this.site = job.site();
  }

  /** Finds again what an agent that died left running. */
  void resume() {
    String unit = Sweep.program(job.id());
    job.update(state -> {
      boolean own = state.work.startsOn(site.node());
      if (state.phase == Phase.RUNNING && !own && state.orteds.isEmpty()) {
        state.phase = Phase.PREPARED; // The ticket has gone with the agent.
      }
    });
    if (job.phase() != Phase.RUNNING) {
      return;
    }
    if (job.work().startsOn(site.node())) {
      job.tail().grow();
      watch(unit, this::programEnded);
    }
    for (Relay relay : job.report().relays()) {
      if (!job.work().startsOn(site.node()) && relay.exit().isEmpty()) {
        watch(Sweep.orted(job.id(), relay.id()), code -> ortedEnded(relay.id(), code));
      }
    }
  }

  void start(Order.Start order) {
    if (job.phase() != Phase.PREPARED || !job.work().startsOn(site.node())) {
      job.announce();
      return;
    }
    job.update(state -> {
      state.phase = Phase.RUNNING;
      state.boot = site.boot();
      state.generation = order.generation();
      state.started = site.time().clock().millis();
      state.problems = List.of();
    });
    try {
      UnitPlan plan = job.head().plan(order);
      job.tail().open();
      job.tail().grow();
      site.units().start(plan);
      watch(plan.unit(), this::programEnded);
    } catch (Failure failure) {
      job.tail().grown();
      LOG.log(System.Logger.Level.WARNING, "job {0}: {1}", job.id(), failure.getMessage());
      job.update(state -> {
        state.phase = Phase.ENDED;
        state.problems = List.of(Trouble.of(failure));
      });
    }
  }

  private void programEnded(Optional<Integer> code) {
    job.tail().grown();
    Exit exit;
    try {
      exit = code.isPresent() ? job.head().exit(code.get()) : vanished();
    } catch (Failure failure) {
      exit = Exit.of(code.orElse(KILLED)).because(String.valueOf(failure.getMessage()));
    }
    Exit how = exit;
    Usage used = settled(Sweep.program(job.id()));
    job.update(state -> {
      state.usage = state.usage.plus(used);
      state.exit = Optional.of(how);
      if (state.phase == Phase.RUNNING) {
        state.phase = Phase.ENDED;
      }
    });
  }

  private Exit vanished() {
    return job.report().startedMillis() > 0 && !booted().equals(site.boot())
        ? Exit.of(KILLED)
            .because(site.node() + " was restarted while the program ran")
            .by(Exit.Blame.NODE)
        : Exit.of(KILLED)
            .because("the unit of the program was removed on " + site.node())
            .by(Exit.Blame.LAUNCHER);
  }

  private String booted() {
    String[] boot = new String[1];
    job.look(state -> boot[0] = state.boot);
    return boot[0];
  }

  /** What a watched unit used; from now on it is part of the state. */
  private Usage settled(String unit) {
    Watch watch = job.watches().remove(unit);
    return watch == null ? Usage.NONE : watch.usage();
  }

  void ticket(Order.Ticket order) {
    Phase phase = job.phase();
    if (job.work().startsOn(site.node()) || (phase != Phase.PREPARED && phase != Phase.RUNNING)) {
      job.announce();
      return;
    }
    job.ticket(
        Optional.of(new Ticket(order, site.time().nanos().getAsLong() + order.good().toNanos())));
    job.update(state -> {
      state.phase = Phase.RUNNING;
      state.boot = site.boot();
      state.generation = order.generation();
      if (state.started == 0) {
        state.started = site.time().clock().millis();
      }
    });
  }

  void startOrted(Order.StartOrted order) {
    if (job.orted(order.relay()).isPresent()) {
      job.announce();
      return;
    }
    try {
      Ticket ticket =
          job.ticket()
              .filter(given -> job.phase() == Phase.RUNNING)
              .orElseThrow(() ->
                  new Failure(
                      "there is no ticket for job " + job.id() + " on " + site.node(),
                      "run the job again"));
      UnitPlan plan = new Orteds(site, job.id(), job.work()).plan(order, ticket, site.shim());
      job.update(state ->
          state.orteds.put(
              order.relay(), new Relay(order.relay(), "", List.of(), Optional.empty())));
      site.units().start(plan);
      watch(plan.unit(), code -> ortedEnded(order.relay(), code));
    } catch (Failure failure) {
      LOG.log(System.Logger.Level.WARNING, "job {0}: {1}", job.id(), failure.getMessage());
      Exit refused = Exit.of(REFUSED).because(failure.getMessage() + "; " + failure.remedy());
      job.update(state -> {
        state.orteds.put(
            order.relay(), new Relay(order.relay(), "", List.of(), Optional.of(refused)));
        state.problems = List.of(Trouble.of(failure));
      });
    }
  }

  private void ortedEnded(String relay, Optional<Integer> code) {
    Exit exit = Exit.of(code.orElse(KILLED));
    if (code.isEmpty() && !booted().equals(site.boot())) {
      exit = exit.because(site.node() + " was restarted while ranks ran there").by(Exit.Blame.NODE);
    } else if (code.isEmpty()) {
      exit = exit.because("the daemon of MPI on " + site.node() + " is not there any more");
    } else if (exit.code() != 0) {
      exit = exit.because("the daemon of MPI on " + site.node() + " ended with " + exit.code());
    }
    Exit how = exit;
    Usage used = settled(Sweep.orted(job.id(), relay));
    job.update(state -> {
      state.usage = state.usage.plus(used);
      state.orteds.put(relay, new Relay(relay, "", List.of(), Optional.of(how)));
    });
  }

  private void watch(String unit, Ending ending) {
    Watch watch =
        new Watch(
            site.units(),
            unit,
            PROC,
            new Watch.Listener() {
              @Override
              public void used() {
                job.announce();
              }

              @Override
              public void ended(Optional<Integer> code) {
                ending.ended(code);
              }
            });
    job.watches().put(unit, watch);
    Thread.ofVirtual().name("watch " + unit).start(watch);
  }

  /** Hears how a program ended. */
  private interface Ending {
    void ended(Optional<Integer> code);
  }

  void signal(Order.Signal order) {
    try {
      switch (order.kind()) {
        case TERM -> {
          for (String unit : Sweep.units(site, job.id())) {
            site.units().signal(unit, Signals.TERM);
          }
          Thread.ofVirtual().name("end of job " + job.id()).start(this::killLater);
        }
        case KILL -> new Sweep(site, job.id()).kill();
        case QUIT -> dump();
      }
    } catch (Failure failure) {
      job.failed(failure);
    }
  }

  private void killLater() {
    try {
      Thread.sleep(TO_END);
      if (!job.clean()) { // Or the same job may have begun another attempt.
        new Sweep(site, job.id()).kill();
      }
    } catch (Failure failure) {
      job.failed(failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Only Java programs write a thread dump; others would be ended by the signal. */
  private void dump() throws Failure {
    for (String unit : Sweep.units(site, job.id())) {
      Optional<UnitState> state = site.units().state(unit);
      if (state.isEmpty()) {
        continue;
      }
      for (long pid : site.units().processes(state.get().controlGroup())) {
        if (isJava(pid)) {
          Signals.send(pid, Signals.QUIT);
        }
      }
    }
  }

  private static boolean isJava(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(command -> command.endsWith("/java"))
        .orElse(false);
  }
}
