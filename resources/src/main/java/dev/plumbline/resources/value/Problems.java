package dev.plumbline.resources.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems, so that a user hears all of them at once. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  public void add(String id, Origin origin, String message) {
    add(new Problem(id, origin, message));
  }

  public void add(Problem problem) {
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All problems, in the order of the text. */
  public List<Problem> sorted() {
    return found.stream().sorted(Comparator.comparing(Problem::origin)).toList();
  }
}
