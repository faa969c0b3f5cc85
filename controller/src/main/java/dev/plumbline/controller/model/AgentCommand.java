package dev.plumbline.controller.model;

import java.time.Duration;
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

  /** Call a listener of another node's guard, and say what is heard. */
  record Probe(String request, String address, int port, Duration timeout)
      implements AgentCommand {}

  /**
   * What is changed under a guard may stay.
   *
   * @param request the guard's id
   */
  record Confirm(String request) implements AgentCommand {}

  /**
   * Why it may not stay so far.
   *
   * @param request the guard's id
   */
  record Doubt(String request, String reason) implements AgentCommand {}

  /** Observe, and publish the exports of the last applied catalog. */
  record Exports(String request) implements AgentCommand {}
}
