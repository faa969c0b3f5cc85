package dev.plumbline.resources.spark;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.host.containers.ContainerPlan;
import dev.plumbline.resources.host.containers.ContainerStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What differs in a node's Spark. Pure. */
final class SparkDiff {
  static final String IMAGE = "image";
  static final String SETTINGS = "settings";
  static final String SECRET = "secret";
  private static final String RUNNING = "running";

  private SparkDiff() {}

  static List<Change> of(SparkSpec spec, SparkObservation observed) {
    if (!observed.known()) {
      return List.of(new Change.KnownAfterApply("role", null, "the Docker engine runs"));
    }
    if (spec.role() == Role.NONE) {
      return gone(observed);
    }
    List<Change> changes = new ArrayList<>();
    String name = spec.image().orElseThrow();
    if (lacksImage(spec, observed)) {
      changes.add(
          Change.of(IMAGE, observed.image().map(_ -> "another " + name).orElse(null), name));
    }
    if (!spec.needs().isEmpty()) {
      return changes; // The rest has to wait for the master.
    }
    if (observed.user().isEmpty()) {
      changes.add(
          new Change.KnownAfterApply(
              "role", null, "there is the user " + spec.user().orElseThrow()));
      return changes;
    }
    if (!hasSecret(spec, observed.settings().flatMap(Settings::secret))) {
      changes.add(new Change.Hidden(SECRET));
    }
    if (!observed.settings().map(Settings::lines).equals(Optional.of(Settings.WANTED))) {
      changes.add(
          new Change.Text(
              SETTINGS,
              observed.settings().map(found -> String.join("\n", found.lines())).orElse(null),
              String.join("\n", Settings.WANTED)));
    }
    List<ContainerPlan> wanted = Parts.of(spec, observed.user().get());
    for (ContainerPlan plan : wanted) {
      changes.addAll(part(plan, observed));
    }
    for (String extra : observed.containers().keySet()) {
      if (wanted.stream().noneMatch(plan -> plan.name().equals(extra))) {
        changes.add(Change.of(Parts.word(extra), RUNNING, null));
      }
    }
    return changes;
  }

  private static List<Change> gone(SparkObservation observed) {
    List<Change> changes = new ArrayList<>();
    observed
        .containers()
        .forEach((name, status) -> changes.add(Change.of(Parts.word(name), status.state(), null)));
    if (observed.settings().isPresent()) {
      changes.add(Change.of(SETTINGS, "present", null));
    }
    return changes;
  }

  static boolean lacksImage(SparkSpec spec, SparkObservation observed) {
    return observed.image().isEmpty()
        || spec.content()
            .filter(content -> !observed.loaded().equals(Optional.of(content.hash())))
            .isPresent();
  }

  private static boolean hasSecret(SparkSpec spec, Optional<Secret> observed) {
    return spec.role().leads() ? observed.isPresent() : observed.equals(spec.known().secret());
  }

  /** One container: whether it is there, runs, and is what it shall be. */
  static List<Change> part(ContainerPlan wanted, SparkObservation observed) {
    String word = Parts.word(wanted.name());
    ContainerStatus there = observed.containers().get(wanted.name());
    if (there == null) {
      return List.of(Change.of(word, null, RUNNING));
    }
    List<Change> changes = new ArrayList<>(differences(wanted, there, observed));
    if (!there.running()) {
      changes.add(Change.of(word, there.state(), RUNNING));
    }
    return changes;
  }

  /** What can only be mended by making the container anew. */
  static List<Change> differences(
      ContainerPlan wanted, ContainerStatus there, SparkObservation observed) {
    Comparison compare = new Comparison(Parts.word(wanted.name()) + ".");
    ContainerPlan made = there.made();
    compare.texts("image", made.image(), wanted.image());
    if (observed.image().filter(id -> !id.equals(there.imageId())).isPresent()) {
      compare.texts("image", "an earlier " + made.image(), wanted.image());
    }
    compare.texts("user", made.user(), wanted.user());
    compare.texts("hostname", made.hostname(), wanted.hostname());
    compare.texts("network", made.network(), wanted.network());
    compare.texts("command", String.join(" ", made.command()), String.join(" ", wanted.command()));
    compare.texts("mounts", sorted(made.mounts()), sorted(wanted.mounts()));
    compare.texts("published", sorted(made.published()), sorted(wanted.published()));
    compare.texts("restart", there.keptUp() ? "always" : "never", "always");
    compare.maps("environment.", made.environment(), wanted.environment());
    compare.maps("labels.", made.labels(), wanted.labels());
    return compare.changes;
  }

  private static String sorted(Collection<?> items) {
    return String.join(" ", items.stream().map(Object::toString).sorted().toList());
  }

  /** Gathers what is unequal. */
  private static final class Comparison {
    private final String prefix;
    private final List<Change> changes = new ArrayList<>();

    Comparison(String prefix) {
      this.prefix = prefix;
    }

    void texts(String attribute, String from, String to) {
      if (!from.equals(to)) {
        changes.add(Change.of(prefix + attribute, from, to));
      }
    }

    /** What only the image says is left alone. */
    void maps(String attribute, Map<String, String> from, Map<String, String> to) {
      new TreeMap<>(to)
          .forEach((key, value) -> {
            if (!value.equals(from.get(key))) {
              changes.add(Change.of(prefix + attribute + key, from.get(key), value));
            }
          });
    }
  }
}
