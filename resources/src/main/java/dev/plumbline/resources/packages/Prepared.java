package dev.plumbline.resources.packages;

import dev.plumbline.resources.Batchable.Foreseen;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.packages.Transaction;
import java.util.Map;

/**
 * A batch of which it is known what apt would do.
 *
 * @param transaction what apt is to be asked for; without what fails
 */
record Prepared(Transaction transaction, Foreseen foreseen) {
  Map<String, Failure> failures() {
    return foreseen.failures();
  }
}
