package dev.plumbline.inventory;

import dev.plumbline.resources.value.Problem;
import java.util.List;

/** What loading an inventory gives. */
public sealed interface InventoryResult {
  /** Everything is right. */
  record Loaded(Inventory inventory) implements InventoryResult {}

  /**
   * Something is wrong, and nothing may be done with it.
   *
   * @param problems all of them, in the order of the text; never empty
   */
  record Invalid(List<Problem> problems) implements InventoryResult {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
