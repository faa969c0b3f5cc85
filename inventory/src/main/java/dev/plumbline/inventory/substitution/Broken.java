package dev.plumbline.inventory.substitution;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problem;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The places whose references could not be filled in. What else is wrong with them is not said: it
 * would be wrong with a text that nobody wrote.
 */
public final class Broken {
  private final Set<Origin> places = new HashSet<>();

  void add(Origin origin) {
    places.add(origin);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /**
   * Reads a value, and passes on those of its problems that are at sound places.
   *
   * @return empty if anything was wrong with it
   */
  public <T> Optional<T> read(
      Value value, Problems problems, Function<Problems, Optional<T>> reading) {
    Problems found = new Problems();
    Optional<T> read = reading.apply(found);
    for (Problem problem : found.sorted()) {
      if (!places.contains(problem.origin())) {
        problems.add(problem);
      }
    }
    return touches(value) ? Optional.empty() : read;
  }

  /** Whether any of the places lies within a value. */
  public boolean touches(Value value) {
    if (places.isEmpty()) {
      return false;
    }
    return switch (value) {
      case Value.Scalar scalar -> places.contains(scalar.origin());
      case Value.Sequence sequence -> sequence.items().stream().anyMatch(this::touches);
      case Value.Mapping mapping ->
          mapping.entries().values().stream()
              .anyMatch(entry -> places.contains(entry.key()) || touches(entry.value()));
    };
  }
}
