package dev.plumbline.inventory.merge;

import dev.plumbline.resources.value.Value;
import java.util.Iterator;

/** Compares values without looking at where they were written. */
public final class Meaning {
  private Meaning() {}

  public static boolean same(Value a, Value b) {
    return switch (a) {
      case Value.Scalar left ->
          b instanceof Value.Scalar right
              && left.isNull() == right.isNull()
              && (left.isNull() || left.text().equals(right.text()));
      case Value.Sequence left -> b instanceof Value.Sequence right && sameItems(left, right);
      case Value.Mapping left -> b instanceof Value.Mapping right && sameEntries(left, right);
    };
  }

  private static boolean sameItems(Value.Sequence left, Value.Sequence right) {
    if (left.items().size() != right.items().size()) {
      return false;
    }
    Iterator<Value> others = right.items().iterator();
    return left.items().stream().allMatch(item -> same(item, others.next()));
  }

  private static boolean sameEntries(Value.Mapping left, Value.Mapping right) {
    return left.entries().keySet().equals(right.entries().keySet())
        && left.entries().entrySet().stream()
            .allMatch(entry ->
                right
                    .get(entry.getKey())
                    .filter(other -> same(entry.getValue().value(), other))
                    .isPresent());
  }
}
