package dev.plumbline.inventory.job;

import dev.plumbline.resources.Doc;
import java.util.Optional;

/** The driver of a Spark job. */
@Doc("The driver of Spark.")
public record Driver(
    @Doc("Memory of the driver, with a unit: 1GiB. Without it, what Spark takes.")
        Optional<ByteSize> memory) {

  /** What holds where the job file says nothing. */
  static final Driver DEFAULT = new Driver(Optional.empty());
}
