package dev.plumbline.controller.cli;

import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.Description;
import java.util.Optional;

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

  /** The controller that runs now, of whatever build. */
  Optional<Running> find(StatePlace place);

  /**
   * The controller that runs now, else one that is started. One of another build that has no run is
   * replaced.
   *
   * @param keep whether one that is started stays when it is idle
   * @throws Trouble if it does not start
   */
  Ensured ensure(StatePlace place, boolean keep);

  /**
   * Asks the controller to end, and waits until it has.
   *
   * @param force whether to end in the middle of a run
   * @return false if none ran
   */
  boolean stop(StatePlace place, boolean force);
}
