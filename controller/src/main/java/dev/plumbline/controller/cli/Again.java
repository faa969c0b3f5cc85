package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.Description;
import dev.plumbline.inventory.InventoryFile;
import dev.plumbline.inventory.input.Inputs;
import dev.plumbline.inventory.input.Reading;
import java.util.List;
import java.util.Optional;

/**
 * Applies once more what the controller keeps in memory. Only if nothing has changed of what that
 * was made of, and of the build that made it: then the inventory would say the same.
 */
final class Again {
  private final Invocation invocation;
  private final InventoryFile file;
  private final Inputs inputs;

  /**
   * @param inputs those of the inventory; what is read here is read once only
   */
  Again(Invocation invocation, InventoryFile file, Inputs inputs) {
    this.invocation = invocation;
    this.file = file;
    this.inputs = inputs;
  }

  /**
   * Applies, on all nodes.
   *
   * @return empty if nothing was done, and the inventory must be read
   */
  Optional<RunLog> apply() {
    // Which nodes a limit means is for the inventory to say.
    return invocation.arguments().list(Commands.LIMIT).isEmpty()
        ? invocation.surroundings().controllers().own(invocation.place(file)).flatMap(this::apply)
        : Optional.empty();
  }

  private Optional<RunLog> apply(Controllers.Running running) {
    Description.Kept kept = running.description().kept();
    return kept.inputs().isEmpty()
        ? Optional.empty()
        : inputs.again(kept.inputs()).flatMap(readings -> apply(running, kept, readings));
  }

  private Optional<RunLog> apply(
      Controllers.Running running, Description.Kept kept, List<Reading> readings) {
    try (Screen screen = Screens.of(invocation, kept.nodes());
        Farewell farewell = new Farewell(invocation, screen)) {
      Follower follower = new Follower(invocation, screen, kept.nodes(), true);
      farewell.runBegins();
      return running.controller().applyAgain(readings, follower)
          ? Optional.of(follower.log())
          : Optional.empty();
    }
  }
}
