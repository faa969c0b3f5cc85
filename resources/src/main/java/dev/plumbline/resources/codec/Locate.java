package dev.plumbline.resources.codec;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Value;

/** Finds the place of a component in the text that a record was read from. */
final class Locate {
  private Locate() {}

  /** The place of the dotted path, or of the nearest enclosing value that exists. */
  static Origin component(Value root, String path) {
    Value at = root;
    Origin origin = root.origin();
    for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
      if (at instanceof Value.Mapping mapping
          && mapping.entries().get(step) instanceof Value.Entry entry) {
        at = entry.value();
        origin = at instanceof Value.Mapping ? entry.key() : at.origin();
      } else if (at instanceof Value.Sequence sequence
          && step.chars().allMatch(Character::isDigit)
          && Integer.parseInt(step) < sequence.items().size()) {
        at = sequence.items().get(Integer.parseInt(step));
        origin = at.origin();
      } else {
        return origin;
      }
    }
    return origin;
  }
}
