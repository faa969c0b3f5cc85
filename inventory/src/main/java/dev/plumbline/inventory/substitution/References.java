package dev.plumbline.inventory.substitution;

import dev.plumbline.resources.value.Value;
import java.util.Set;
import java.util.TreeSet;

/** Which references a tree holds. */
public final class References {
  private References() {}

  /** Their names as they are written: {@code vars.x}, {@code env.HOME:-/root}. */
  public static Set<String> of(Value value) {
    Set<String> names = new TreeSet<>();
    collect(value, names);
    return names;
  }

  private static void collect(Value value, Set<String> names) {
    switch (value) {
      case Value.Scalar scalar -> collect(scalar.text(), names);
      case Value.Sequence sequence -> sequence.items().forEach(item -> collect(item, names));
      case Value.Mapping mapping ->
          mapping
              .entries()
              .forEach((key, entry) -> {
                collect(key, names);
                collect(entry.value(), names);
              });
    }
  }

  private static void collect(String text, Set<String> names) {
    for (Template.Part part : Template.parse(text)) {
      if (part instanceof Template.Part.Reference reference) {
        names.add(reference.name());
      }
    }
  }
}
