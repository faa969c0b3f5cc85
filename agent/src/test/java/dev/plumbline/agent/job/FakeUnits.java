package dev.plumbline.agent.job;

import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.agent.job.unit.JobUnits;
import dev.plumbline.agent.job.unit.UnitPlan;
import dev.plumbline.agent.job.unit.UnitState;
import dev.plumbline.resources.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Units whose programs end when the test says so. */
final class FakeUnits implements JobUnits {
  private static final int KILLED = 137;
  final List<UnitPlan> started = new ArrayList<>();
  final Semaphore starts = new Semaphore(0);
  final List<String> signals = new ArrayList<>();
  private final Map<String, UnitState> units = new ConcurrentHashMap<>();

  /** The next start fails with it. */
  Optional<Failure> refusal = Optional.empty();

  @Override
  public synchronized void start(UnitPlan plan) throws Failure {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    started.add(plan);
    units.put(plan.unit(), new UnitState(true, 0, 0, 1, "", 0));
    starts.release();
  }

  /** A unit that others started. */
  void runs(String unit) {
    units.put(unit, new UnitState(true, 1, 0, 1, "", 0));
  }

  void ends(String unit, int code) {
    units.put(unit, new UnitState(false, 0, code, 1, "", 1500));
  }

  @Override
  public Optional<UnitState> state(String unit) {
    return Optional.ofNullable(units.get(unit));
  }

  @Override
  public List<String> names(String pattern) {
    String regex = pattern.replace(".", "\\.").replace("*", ".*");
    return units.keySet().stream().filter(name -> name.matches(regex)).toList();
  }

  @Override
  public synchronized void signal(String unit, int signal) {
    signals.add(unit + " " + signal);
  }

  @Override
  public synchronized void kill(String unit) {
    signals.add(unit + " kill");
    units.computeIfPresent(
        unit, (name, state) -> state.running() ? new UnitState(false, 0, KILLED, 1, "", 0) : state);
  }

  @Override
  public void remove(String unit) {
    units.remove(unit);
  }

  @Override
  public List<Long> processes(String controlGroup) {
    return List.of();
  }

  @Override
  public Usage usage(String controlGroup) {
    return Usage.NONE;
  }
}
