package dev.plumbline.agent.work;

import dev.plumbline.agent.engine.Planning.Published;
import dev.plumbline.agent.journal.Finished;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where answers go. Never blocks and never fails: an answer that does not reach the controller is
 * lost, but for {@link #applied}, which is given again until it is acknowledged.
 */
public interface Answers {
  void planned(String request, Plan plan, List<Published> exports);

  /**
   * What the agent does now.
   *
   * @param on the resource that it works on, if it is one
   */
  void progress(String request, Optional<ResourceId> on, String now);

  void done(String request, ResourceId id, Outcome outcome);

  void applied(Finished finished);

  /** The request could not even be begun; nothing was touched. */
  void rejected(String request, Failure why);

  void exports(String request, List<Published> exports);

  void facts(String request, Map<String, String> facts);
}
