package dev.plumbline.controller.contact;

import dev.plumbline.inventory.connect.Become;
import dev.plumbline.inventory.connect.Connect;
import dev.plumbline.inventory.connect.Via;
import java.util.Optional;

/** Targets for tests. */
final class Targets {
  private Targets() {}

  static Target worker(Become become) {
    return new Target(
        "worker1",
        "192.168.56.11",
        new Connect(
            Optional.empty(),
            Optional.of(2222),
            Optional.of("ubuntu"),
            Optional.empty(),
            Via.SSH,
            Optional.empty(),
            Optional.empty(),
            become,
            Optional.empty()));
  }
}
