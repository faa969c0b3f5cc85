package dev.plumbline.inventory.job;

import dev.plumbline.resources.Doc;
import java.util.Optional;

/** The driver of a Spark job. */
@Doc("The driver of Spark.")
public record Driver(
    @Doc("Memory of the driver, with a unit: 512MiB. Without it, 1GiB.")
        Optional<ByteSize> memory) {

  /** What holds where the job file says nothing. */
  static final Driver DEFAULT = new Driver(Optional.empty());
}
