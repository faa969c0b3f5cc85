package dev.plumbline.agent.job;

import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.agent.job.unit.JobUnits;
import dev.plumbline.agent.job.unit.UnitState;
import dev.plumbline.resources.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Waits for the end of a unit's program, and sees meanwhile what it uses. */
final class Watch implements Runnable {
  private static final System.Logger LOG = System.getLogger(Watch.class.getName());
  private static final long PAUSE_MILLIS = 25;
  private static final int ROUNDS = 200;
  private static final int ROUNDS_TO_MEASURE = 4;
  private final JobUnits units;
  private final String unit;
  private final Path processes;
  private final Listener listener;
  private volatile Usage usage = Usage.NONE;

  /** Hears of the unit. */
  interface Listener {
    /** What was used has changed; now and then. */
    void used();

    /**
     * The program has ended.
     *
     * @param code empty if its unit has gone, so that nobody knows how
     */
    void ended(Optional<Integer> code);
  }

  /**
   * @param processes on a node {@code /proc}
   */
  Watch(JobUnits units, String unit, Path processes, Listener listener) {
    this.units = units;
    this.unit = unit;
    this.processes = processes;
    this.listener = listener;
  }

  Usage usage() {
    return usage;
  }

  @Override
  public void run() {
    try {
      while (true) {
        Optional<UnitState> state = look();
        if (state.isPresent() && state.get().running()) {
          measure(state.get());
          await(state.get());
          listener.used();
          continue;
        }
        state.ifPresent(this::measure);
        listener.ended(state.map(UnitState::exit));
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A bus that cannot be asked says nothing about the program. */
  private Optional<UnitState> look() throws InterruptedException {
    while (true) {
      try {
        return units.state(unit);
      } catch (Failure failure) {
        LOG.log(System.Logger.Level.WARNING, "{0}: {1}", unit, failure.getMessage());
        Thread.sleep(1_000);
      }
    }
  }

  private void measure(UnitState state) {
    usage = usage.most(units.usage(state.controlGroup())).most(new Usage(state.cpuMillis(), 0));
  }

  /** Some seconds, or less if the process goes: that is cheap to see. */
  private void await(UnitState state) throws InterruptedException {
    Path process = processes.resolve(Long.toString(state.pid()));
    for (int i = 0; i < ROUNDS && Files.exists(process); i++) {
      Thread.sleep(PAUSE_MILLIS);
      if (i % ROUNDS_TO_MEASURE == 0) {
        usage = usage.most(units.usage(state.controlGroup()));
      }
    }
    if (state.pid() == 0) {
      Thread.sleep(PAUSE_MILLIS); // Between the fork and the news of it.
    }
  }
}
