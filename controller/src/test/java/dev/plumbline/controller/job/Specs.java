package dev.plumbline.controller.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Jobs that tests ask for. */
public final class Specs {
  private static final JobSpec.Mpi USUAL = new JobSpec.Mpi(false, false, 0);

  private final JobSpec base;
  private List<String> nodes;
  private int count;
  private List<String> required;
  private Optional<Duration> maxRuntime;
  private long memoryPerRank;
  private int retries;
  private JobSpec.Mpi mpi;

  private Specs(JobSpec base) {
    this.base = base;
    this.nodes = base.nodes();
    this.count = base.count();
    this.required = base.required();
    this.maxRuntime = base.maxRuntime();
    this.memoryPerRank = base.memoryPerRank();
    this.retries = base.retries();
    this.mpi = base.mpi();
  }

  private JobSpec build() {
    return new JobSpec(
        base.name(),
        base.kind(),
        base.ranks(),
        nodes,
        count,
        base.java(),
        base.files(),
        required,
        base.optional(),
        maxRuntime,
        memoryPerRank,
        retries,
        mpi,
        base.user(),
        base.network());
  }

  static JobSpec mpi(int ranks) {
    return mpi("mnist", ranks);
  }

  static JobSpec command(String... nodes) {
    return onNodes(spec("hello", JobKind.COMMAND, 0), 0, nodes);
  }

  static JobSpec spark() {
    return spec("gene", JobKind.SPARK, 0);
  }

  /** A job of ranks that asks for nothing else. */
  public static JobSpec mpi(String name, int ranks) {
    return spec(name, JobKind.MPI, ranks);
  }

  private static JobSpec spec(String name, JobKind kind, int ranks) {
    return new JobSpec(
        name,
        kind,
        ranks,
        List.of(),
        0,
        false,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        0,
        0,
        USUAL,
        "mpihpc",
        "");
  }

  static JobSpec onNodes(JobSpec spec, int count, String... names) {
    Specs changed = new Specs(spec);
    changed.nodes = List.of(names);
    changed.count = count;
    return changed.build();
  }

  static JobSpec crowded(JobSpec spec) {
    return placed(spec, new JobSpec.Mpi(false, true, 0));
  }

  static JobSpec placed(JobSpec spec, JobSpec.Mpi mpi) {
    Specs changed = new Specs(spec);
    changed.mpi = mpi;
    return changed.build();
  }

  static JobSpec giving(JobSpec spec, String required) {
    Specs changed = new Specs(spec);
    changed.required = List.of(required);
    return changed.build();
  }

  static JobSpec with(JobSpec spec, int retries, Optional<Duration> maxRuntime) {
    Specs changed = new Specs(spec);
    changed.retries = retries;
    changed.maxRuntime = maxRuntime;
    return changed.build();
  }

  static JobSpec limited(JobSpec spec, long memoryPerRank) {
    Specs changed = new Specs(spec);
    changed.memoryPerRank = memoryPerRank;
    return changed.build();
  }

  static Asked asked(JobSpec spec) {
    return asked(spec, false);
  }

  static Asked asked(JobSpec spec, boolean force) {
    return asked(spec, force, false);
  }

  /** Only whether it could start. */
  static Asked check(JobSpec spec) {
    return asked(spec, false, true);
  }

  private static Asked asked(JobSpec spec, boolean force, boolean dryRun) {
    return new Asked(spec, new JobMessage(new byte[0]), "user", force, dryRun, Set.of());
  }
}
