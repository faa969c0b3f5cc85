package dev.plumbline.resources.value;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems, so that a user hears all of them at once. */
public final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  public void add(String id, Origin origin, String message) {
    add(new Problem(id, origin, message));
  }

  public void add(Problem problem) {
    found.add(problem);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many there are; one that was added twice counts once. */
  public int size() {
    return found.size();
  }

  /** All problems, in the order of the text. */
  public List<Problem> sorted() {
    return found.stream().sorted(Comparator.comparing(Problem::origin)).toList();
  }
}
