package dev.plumbline.agent.engine;

import dev.plumbline.resources.Export;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import dev.plumbline.resources.plan.PlanStep;
import java.util.ArrayList;
import java.util.List;

/** A plan, and what the engine saw when it made it. */
public final class Planning {
  private final Desired desired;
  private final Survey survey;
  private final Plan plan;
  private final List<List<PlanStep>> tasks;

  /**
   * @param tasks the steps of the plan; those that are carried out in one transaction stand
   *     together
   */
  Planning(Desired desired, Survey survey, Plan plan, List<List<PlanStep>> tasks) {
    this.desired = desired;
    this.survey = survey;
    this.plan = plan;
    this.tasks = tasks;
  }

  public Plan plan() {
    return plan;
  }

  /** What the node publishes. */
  public List<Published> exports() {
    return exports(survey.staying());
  }

  Desired desired() {
    return desired;
  }

  Survey survey() {
    return survey;
  }

  List<List<PlanStep>> tasks() {
    return tasks;
  }

  static List<Published> exports(List<Sight<?, ?>> sights) {
    List<Published> published = new ArrayList<>();
    for (Sight<?, ?> sight : sights) {
      if (sight.look() instanceof Look.Seen<?> seen) {
        seen.exports().forEach(export -> published.add(new Published(sight.id(), export)));
      }
    }
    return List.copyOf(published);
  }

  /** A value that a resource of this node publishes. */
  public record Published(ResourceId resource, Export export) {}
}
