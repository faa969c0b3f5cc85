package dev.plumbline.resources.packages;

import dev.plumbline.resources.Batchable;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.host.packages.DpkgPackage;
import dev.plumbline.resources.host.packages.PackageDatabase;
import dev.plumbline.resources.host.packages.Packages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Observes packages one by one, and changes them all together. */
public final class PackageResource
    implements Resource<PackageSpec, PackageObservation>,
        Batchable<PackageSpec, PackageObservation> {
  public static final ResourceType<PackageSpec> TYPE =
      ResourceType.many(
          "packages",
          "package",
          PackageSpec.class,
          ports -> new PackageResource(ports.get(Packages.class)));

  private final Packages packages;

  public PackageResource(Packages packages) {
    this.packages = packages;
  }

  @Override
  public PackageObservation observe(PackageSpec spec) throws Failure {
    PackageDatabase database = packages.database();
    return new PackageObservation(database.find(spec.name()), database.providers(spec.name()));
  }

  @Override
  public List<Change> diff(PackageSpec spec, PackageObservation observed) {
    Optional<DpkgPackage> there = observed.there();
    List<Change> changes = new ArrayList<>();
    if (spec.absent()) {
      there.ifPresent(known -> {
        changes.add(Change.of(Attributes.VERSION, known.version(), null));
        if (known.held()) {
          changes.add(Change.of(Attributes.HOLD, true, null));
        }
      });
      return changes;
    }
    if (there.isEmpty()) {
      boolean provided = !observed.providers().isEmpty() && spec.version().isEmpty();
      if (!provided) {
        changes.add(Attributes.version(spec, null));
      }
    } else {
      if (!spec.takes(there.get().version())) {
        changes.add(Attributes.version(spec, there.get().version()));
      }
      if (there.get().unfinished()) {
        changes.add(
            Change.of(
                Attributes.STATE,
                there.get().damaged() ? "damaged" : there.get().state(),
                DpkgPackage.State.INSTALLED));
      }
      if (there.get().automatic()) {
        changes.add(Change.of(Attributes.MARK, "automatic", "manual"));
      }
    }
    if (spec.hold().isPresent() && spec.hold().get() != observed.held()) {
      changes.add(Change.of(Attributes.HOLD, observed.held(), spec.hold().get()));
    }
    return changes;
  }

  @Override
  public Foreseen foresee(List<Pending<PackageSpec, PackageObservation>> batch, Progress progress)
      throws Failure {
    return new Preparation(packages, progress).of(batch).foreseen();
  }

  @Override
  public Map<String, Failure> applyTogether(
      List<Pending<PackageSpec, PackageObservation>> batch, Progress progress) throws Failure {
    return new Execution(this, packages, progress).of(batch);
  }

  @Override
  public void apply(
      PackageSpec spec, PackageObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    Failure failure =
        applyTogether(
                List.of(new Pending<>(spec.name(), spec, observed, changes, Set.of())), progress)
            .get(spec.name());
    if (failure != null) {
      throw failure;
    }
  }
}
