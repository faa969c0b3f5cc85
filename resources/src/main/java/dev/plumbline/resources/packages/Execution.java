package dev.plumbline.resources.packages;

import dev.plumbline.resources.Batchable.Pending;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.packages.Packages;
import dev.plumbline.resources.host.packages.Packages.Mark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Carries out a batch. */
final class Execution {
  private final PackageResource code;
  private final Packages packages;
  private final Progress progress;

  Execution(PackageResource code, Packages packages, Progress progress) {
    this.code = code;
    this.packages = packages;
    this.progress = progress;
  }

  /** The failures by name. */
  Map<String, Failure> of(List<Pending<PackageSpec, PackageObservation>> batch) throws Failure {
    packages.awaitOthers(progress); // What they do counts for what is left to do.
    List<Pending<PackageSpec, PackageObservation>> differing = differing(batch);
    Prepared prepared = new Preparation(packages, progress).of(differing);
    Map<String, Failure> failures = new HashMap<>(prepared.failures());
    Map<String, String> errors = new HashMap<>();
    Optional<Failure> broken = Optional.empty();
    if (!prepared.transaction().isEmpty()) {
      try {
        errors.putAll(packages.carryOut(prepared.transaction(), progress));
      } catch (Failure failure) {
        broken = Optional.of(failure);
      }
    }
    List<Pending<PackageSpec, PackageObservation>> left =
        differing.stream().filter(pending -> !failures.containsKey(pending.name())).toList();
    mark(differing(left));
    for (Pending<PackageSpec, PackageObservation> open : differing(left)) {
      if (Attributes.needApt(open.changes())) {
        failures.put(open.name(), broken.orElseGet(() -> failed(open.name(), errors)));
      }
    }
    return failures;
  }

  /** Looks anew: apt that an agent left running may have done a part of it. */
  private List<Pending<PackageSpec, PackageObservation>> differing(
      List<Pending<PackageSpec, PackageObservation>> batch) throws Failure {
    List<Pending<PackageSpec, PackageObservation>> differing = new ArrayList<>();
    for (Pending<PackageSpec, PackageObservation> pending : batch) {
      PackageObservation observed = code.observe(pending.spec());
      List<Change> changes = code.diff(pending.spec(), observed);
      if (!changes.isEmpty()) {
        differing.add(
            new Pending<>(pending.name(), pending.spec(), observed, changes, pending.awaits()));
      }
    }
    return differing;
  }

  private void mark(List<Pending<PackageSpec, PackageObservation>> batch) throws Failure {
    Map<Mark, List<String>> marks = new EnumMap<>(Mark.class);
    for (Pending<PackageSpec, PackageObservation> pending : batch) {
      if (Attributes.has(Attributes.MARK, pending.changes())) {
        marks.computeIfAbsent(Mark.MANUAL, _ -> new ArrayList<>()).add(pending.name());
      }
      if (Attributes.has(Attributes.HOLD, pending.changes())) {
        // The hold of a package that has to go, goes with it.
        pending
            .spec()
            .hold()
            .map(hold -> hold ? Mark.HOLD : Mark.UNHOLD)
            .ifPresent(
                mark -> marks.computeIfAbsent(mark, _ -> new ArrayList<>()).add(pending.name()));
      }
    }
    if (!marks.isEmpty()) {
      packages.mark(marks, progress);
    }
  }

  private static Failure failed(String name, Map<String, String> errors) {
    String own = errors.get(name);
    String reason =
        own != null
            ? own
            : errors.entrySet().stream()
                .map(error -> error.getKey() + ": " + error.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
    return new Failure(
        reason.isEmpty()
            ? "apt ended well, but package " + name + " is not what it must be"
            : "dpkg failed at package " + name + ": " + reason,
        "mend the cause on the node, where /var/log/apt/term.log has the whole story, and apply"
            + " again");
  }
}
