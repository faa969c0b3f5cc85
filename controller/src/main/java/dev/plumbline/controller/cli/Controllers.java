package dev.plumbline.controller.cli;

import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.Description;
import dev.plumbline.inventory.document.ControllerSettings;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds, starts and ends the controller that belongs to a state directory. */
interface Controllers {
  /** A controller that answered. */
  record Running(Controller controller, Description description) {}

  /**
   * A controller to work with.
   *
   * @param fresh whether it was started just now
   */
  record Ensured(Controller controller, boolean fresh) {}

  /**
   * How a controller is started.
   *
   * @param keep whether it stays when it is idle
   * @param settings where it listens; asked only when one is started
   */
  record Start(boolean keep, Supplier<ControllerSettings> settings) {}

  /** The controller that runs now, of whatever build. */
  Optional<Running> find(StatePlace place);

  /** The controller that runs now, if it is of this very build and answers. */
  Optional<Running> own(StatePlace place);

  /**
   * The controller that runs now, else one that is started. One of another build that has no run is
   * replaced.
   *
   * @param start how it is started, if it must be
   * @throws Trouble if it does not start
   */
  Ensured ensure(StatePlace place, Start start);

  /**
   * Asks the controller to end, and waits until it has.
   *
   * @param force whether to end in the middle of a run
   * @return false if none ran
   */
  boolean stop(StatePlace place, boolean force);
}
