package dev.plumbline.bench;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import java.nio.file.Path;

/** {@code plumb apply} and {@code plumb plan}. */
final class Plumbline extends Contender {
  private final Path home;
  private final Path inventory;

  Plumbline(Path inventory, Path key, Path home) {
    super(inventory, key);
    this.home = home;
    this.inventory = inventory;
  }

  @Override
  Command apply() {
    return plumb("apply");
  }

  @Override
  Command check() {
    return plumb("plan");
  }

  @Override
  void forget() {
    plumb("controller", "stop", "--force").run();
    Command.of("rm", "-rf", inventory.resolveSibling(".plumbline").toString()).run();
  }

  @Override
  boolean saysUnchanged(Finished finished) {
    return finished.out().contains("Nothing to do");
  }

  private Command plumb(String... words) {
    return Command.of(home.resolve("plumb").toString())
        .and(words)
        .with("PLUMB_INVENTORY", inventory.toString());
  }
}
