package dev.plumbline.controller.model;

import java.util.Optional;

/** What the controller tells an agent. */
public sealed interface AgentCommand {
  String request();

  /**
   * @param catalog empty: against the last applied catalog that the agent holds
   */
  record Plan(String request, Optional<RevisedCatalog> catalog) implements AgentCommand {}

  record Apply(String request, RevisedCatalog catalog) implements AgentCommand {}

  /** The report of that request is stored; the agent may forget it. */
  record Acknowledge(String request) implements AgentCommand {}

  record Facts(String request) implements AgentCommand {}

  /** Observe, and publish the exports of the last applied catalog. */
  record Exports(String request) implements AgentCommand {}
}
