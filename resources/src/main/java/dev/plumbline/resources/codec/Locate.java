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
    String rest = path;
    while (!rest.isEmpty()) {
      String step = step(at, rest);
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
      rest = rest.length() == step.length() ? "" : rest.substring(step.length() + 1);
    }
    return origin;
  }

  /** The first step of a path; keys may hold dots themselves, and the longest that fits counts. */
  private static String step(Value at, String path) {
    if (at instanceof Value.Mapping mapping) {
      for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
        if (mapping.entries().containsKey(path.substring(0, end))) {
          return path.substring(0, end);
        }
      }
    }
    return path.split("\\.", 2)[0];
  }
}
