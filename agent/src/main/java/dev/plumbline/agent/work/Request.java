package dev.plumbline.agent.work;

import dev.plumbline.agent.journal.Assignment;
import java.util.Optional;

/** What the controller asks for. */
public sealed interface Request {
  /** The controller's id of it; every answer carries it. */
  String id();

  /**
   * Say what would be done.
   *
   * @param assignment empty: for the last applied catalog
   */
  record Plan(String id, Optional<Assignment> assignment) implements Request {}

  /**
   * Make the node so.
   *
   * @param observed if there: only if the node still gives this hash
   */
  record Apply(String id, Assignment assignment, Optional<String> observed) implements Request {}

  /** Say what the node publishes. */
  record Exports(String id) implements Request {}

  /** Say what the node has. */
  record Facts(String id) implements Request {}
}
