package dev.plumbline.resources.packages;

import dev.plumbline.resources.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of a package that can differ. */
final class Attributes {
  static final String VERSION = "version";
  static final String STATE = "state";
  static final String MARK = "mark";
  static final String HOLD = "hold";

  private Attributes() {}

  /** From a version, or from nothing, to what is asked for. */
  static Change version(PackageSpec spec, @Nullable String from) {
    String wanted = spec.version().orElse("");
    if (wanted.isEmpty()) {
      return new Change.KnownAfterApply(VERSION, from, "the archive");
    }
    return wanted.endsWith("*")
        ? new Change.KnownAfterApply(VERSION, from, "the archive (" + wanted + ")")
        : Change.of(VERSION, from, wanted);
  }

  /** Whether these need apt; the others are notes that apt makes. */
  static boolean needApt(List<Change> changes) {
    return changes.stream()
        .anyMatch(change -> change.attribute().equals(VERSION) || change.attribute().equals(STATE));
  }

  static boolean has(String attribute, List<Change> changes) {
    return changes.stream().anyMatch(change -> change.attribute().equals(attribute));
  }
}
