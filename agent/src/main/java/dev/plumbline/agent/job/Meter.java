package dev.plumbline.agent.job;

import dev.plumbline.agent.job.look.Footprint;
import dev.plumbline.agent.job.look.Remains;
import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums up what the processes of a job use that run in containers, beside what its units use: of
 * Spark the driver and the executors. They are looked at several times a second, so of what a
 * process does just before its end a little is missed.
 */
final class Meter implements Runnable {
  private static final System.Logger LOG = System.getLogger(Meter.class.getName());
  private static final long PAUSE_MILLIS = 200;
  private static final int ROUNDS_TO_SEARCH = 5;
  private static final int ROUNDS_TO_TELL = 25;
  private final LocalJob job;
  private final Remains remains;
  private final Map<Long, Footprint> alive = new HashMap<>();
  private long peak;

  Meter(LocalJob job) {
    this.job = job;
    this.remains = job.site().host().remains();
  }

  @Override
  public void run() {
    try {
      long uid = job.site().user(job.work().user()).uid();
      for (int round = 0; ; round++) {
        if (round % ROUNDS_TO_SEARCH == 0) {
          search(uid);
        }
        look();
        if (round % ROUNDS_TO_TELL == ROUNDS_TO_TELL - 1 && !usage().equals(Usage.NONE)) {
          job.announce();
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (Failure failure) {
      LOG.log(System.Logger.Level.WARNING, "job {0}: {1}", job.id(), failure.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // All of the job has ended.
    }
  }

  /** Finds processes that have started. */
  void search(long uid) throws Failure {
    List<Remains.Left> processes = remains.processes(uid);
    synchronized (this) {
      for (Remains.Left process : processes) {
        if (process.job().equals(job.id())) {
          Footprint.of(path(process.pid())).ifPresent(now -> alive.putIfAbsent(process.pid(), now));
        }
      }
    }
  }

  /** Looks at those that are known; what one used that has ended becomes part of the state. */
  void look() {
    long ended = 0;
    synchronized (this) {
      long resident = 0;
      for (var known : Map.copyOf(alive).entrySet()) {
        var now =
            Footprint.of(path(known.getKey()))
                .filter(seen -> seen.started() == known.getValue().started());
        if (now.isEmpty()) {
          alive.remove(known.getKey());
          ended += known.getValue().cpuMillis();
          continue;
        }
        alive.put(known.getKey(), now.get());
        resident += now.get().resident();
        peak = Math.max(peak, now.get().peak());
      }
      peak = Math.max(peak, resident);
    }
    if (ended > 0) {
      Usage used = new Usage(ended, 0);
      job.update(state -> state.usage = state.usage.plus(used));
    }
  }

  private Path path(long pid) {
    return remains.root().resolve("proc").resolve(Long.toString(pid));
  }

  /** What is not part of the state yet. */
  synchronized Usage usage() {
    return new Usage(alive.values().stream().mapToLong(Footprint::cpuMillis).sum(), peak);
  }

  /** As {@link #usage}, and it begins anew. */
  synchronized Usage take() {
    Usage usage = usage();
    alive.clear();
    peak = 0;
    return usage;
  }
}
