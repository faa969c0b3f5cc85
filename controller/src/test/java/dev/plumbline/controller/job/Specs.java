package dev.plumbline.controller.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Jobs that tests ask for. */
public final class Specs {
  private Specs() {}

  static JobSpec mpi(int ranks) {
    return mpi("mnist", ranks);
  }

  static JobSpec command(String... nodes) {
    return spec("hello", JobKind.COMMAND, 0, nodes);
  }

  static JobSpec spark() {
    return spec("gene", JobKind.SPARK, 0);
  }

  /** A job of ranks that asks for nothing else. */
  public static JobSpec mpi(String name, int ranks) {
    return spec(name, JobKind.MPI, ranks);
  }

  private static JobSpec spec(String name, JobKind kind, int ranks, String... nodes) {
    return new JobSpec(
        name,
        kind,
        ranks,
        List.of(nodes),
        0,
        false,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        0,
        0,
        false,
        false,
        "mpihpc",
        "");
  }

  static JobSpec onNodes(JobSpec spec, int count, String... names) {
    return new JobSpec(
        spec.name(),
        spec.kind(),
        spec.ranks(),
        List.of(names),
        count,
        spec.java(),
        spec.files(),
        spec.required(),
        spec.optional(),
        spec.maxRuntime(),
        spec.memoryPerRank(),
        spec.retries(),
        spec.ssh(),
        spec.oversubscribe(),
        spec.user(),
        spec.network());
  }

  static JobSpec crowded(JobSpec spec) {
    return new JobSpec(
        spec.name(),
        spec.kind(),
        spec.ranks(),
        spec.nodes(),
        spec.count(),
        spec.java(),
        spec.files(),
        spec.required(),
        spec.optional(),
        spec.maxRuntime(),
        spec.memoryPerRank(),
        spec.retries(),
        spec.ssh(),
        true,
        spec.user(),
        spec.network());
  }

  static JobSpec giving(JobSpec spec, String required) {
    return new JobSpec(
        spec.name(),
        spec.kind(),
        spec.ranks(),
        spec.nodes(),
        spec.count(),
        spec.java(),
        spec.files(),
        List.of(required),
        spec.optional(),
        spec.maxRuntime(),
        spec.memoryPerRank(),
        spec.retries(),
        spec.ssh(),
        spec.oversubscribe(),
        spec.user(),
        spec.network());
  }

  static JobSpec with(JobSpec spec, int retries, Optional<Duration> maxRuntime) {
    return new JobSpec(
        spec.name(),
        spec.kind(),
        spec.ranks(),
        spec.nodes(),
        spec.count(),
        spec.java(),
        spec.files(),
        spec.required(),
        spec.optional(),
        maxRuntime,
        spec.memoryPerRank(),
        retries,
        spec.ssh(),
        spec.oversubscribe(),
        spec.user(),
        spec.network());
  }

  static JobSpec limited(JobSpec spec, long memoryPerRank) {
    return new JobSpec(
        spec.name(),
        spec.kind(),
        spec.ranks(),
        spec.nodes(),
        spec.count(),
        spec.java(),
        spec.files(),
        spec.required(),
        spec.optional(),
        spec.maxRuntime(),
        memoryPerRank,
        spec.retries(),
        spec.ssh(),
        spec.oversubscribe(),
        spec.user(),
        spec.network());
  }

  static Asked asked(JobSpec spec) {
    return asked(spec, false);
  }

  static Asked asked(JobSpec spec, boolean force) {
    return new Asked(spec, new JobMessage(new byte[0]), "user", force, false, Set.of());
  }
}
