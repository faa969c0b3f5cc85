package dev.plumbline.resources.packages;

import dev.plumbline.resources.Batchable.Pending;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.codec.Suggestion;
import dev.plumbline.resources.host.packages.Offer;
import dev.plumbline.resources.host.packages.Packages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses what of an archive's offer is installed for a spec. */
final class Choice {
  private final Packages packages;
  private final Progress progress;

  Choice(Packages packages, Progress progress) {
    this.packages = packages;
    this.progress = progress;
  }

  /**
   * How apt is told of the package.
   *
   * @param offer null if the archives have never heard of the name
   * @return empty if the archives have nothing that agrees, but may once earlier steps of the plan
   *     are done
   * @throws Failure if they have nothing that agrees
   */
  Optional<String> argument(Pending<PackageSpec, PackageObservation> pending, @Nullable Offer offer)
      throws Failure {
    PackageSpec spec = pending.spec();
    if (pending.observed().held()
        && spec.hold().isEmpty()
        && Attributes.has(Attributes.VERSION, pending.changes())) {
      throw new Failure(
          "package " + spec.name() + " is on hold, so its version must not change",
          "say `hold: true` or `hold: false` of it in the inventory");
    }
    if (offer != null && spec.version().isEmpty()) {
      return Optional.of(spec.name());
    }
    Optional<String> version = offer == null ? Optional.empty() : newest(spec, offer);
    if (version.isEmpty() && pending.awaits().isEmpty()) {
      throw offer == null ? unknown(spec) : noSuchVersion(spec, offer);
    }
    return version.map(chosen -> spec.name() + "=" + chosen);
  }

  private static Optional<String> newest(PackageSpec spec, Offer offer) {
    return offer
        .candidate()
        .filter(spec::takes)
        .or(() -> offer.versions().stream().filter(spec::takes).findFirst());
  }

  private static Failure noSuchVersion(PackageSpec spec, Offer offer) {
    return new Failure(
        "package "
            + spec.name()
            + " cannot be had at version "
            + spec.version().orElse("")
            + "; the archives have "
            + (offer.versions().isEmpty() ? "none" : String.join(", ", offer.versions())),
        "ask for one of these versions, or leave the version out");
  }

  private Failure unknown(PackageSpec spec) throws Failure {
    String name = spec.name();
    String beginning = name.substring(0, Math.min(3, name.length()));
    return new Failure(
        "package "
            + name
            + " is in none of the archives"
            + Suggestion.of(name, packages.names(beginning, progress))
            + "; searched: "
            + String.join(", ", packages.archives(progress)),
        name.contains(":")
            ? "correct the name, or make the node take packages of that architecture (dpkg"
                + " --add-architecture)"
            : "correct the name, or add the archive that has it to /etc/apt/sources.list.d");
  }
}
