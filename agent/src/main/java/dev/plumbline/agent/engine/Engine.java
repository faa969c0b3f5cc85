package dev.plumbline.agent.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Ports;
import dev.plumbline.resources.Registry;
import java.util.List;

/**
 * Makes one node what its catalog says. Not safe for several threads: one request at a time.
 *
 * <p>A defect in the code of a kind fails that kind's resources, and nothing else.
 */
public final class Engine {
  private final Kinds kinds;

  public Engine(Registry registry, Ports ports) {
    this.kinds = new Kinds(registry, ports);
  }

  /**
   * Observes everything and says what would be done. Changes nothing.
   *
   * @throws Failure if the catalog cannot be carried out at all
   */
  public Planning plan(Desired desired, ProgressListener listener) throws Failure {
    return new Planner(desired, Survey.of(desired, kinds), listener).plan();
  }

  /**
   * What the node publishes. Changes nothing.
   *
   * @throws Failure as {@link #plan}
   */
  public List<Planning.Published> exports(Desired desired) throws Failure {
    return Planning.exports(Survey.of(desired, kinds).staying());
  }

  /**
   * Carries out the steps of a plan that was made just now, and nothing else.
   *
   * @param guarding arms guards round steps that can cut the node off
   */
  public Report apply(Planning planning, Guarding guarding, StepListener listener) {
    return new Execution(planning, guarding, listener).run();
  }

  /**
   * Finds out what came of an apply during which the agent ended. Changes nothing.
   *
   * @throws Failure if the catalog cannot be carried out at all
   */
  public Report recover(Desired desired, Interrupted interrupted, StepListener listener)
      throws Failure {
    return new Recovery(desired, Survey.of(desired, kinds), interrupted, listener).report();
  }
}
