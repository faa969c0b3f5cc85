package dev.plumbline.controller.model;

import dev.plumbline.controller.job.JobMessage;
import dev.plumbline.controller.job.JobOrder;
import dev.plumbline.resources.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the controller tells an agent. */
public sealed interface AgentCommand {
  /** A request with an id, by which its answers are known. */
  sealed interface OfRequest extends AgentCommand {
    String request();
  }

  /**
   * @param catalog empty: against the last applied catalog that the agent holds
   */
  record Plan(String request, Optional<RevisedCatalog> catalog) implements OfRequest {}

  record Apply(String request, RevisedCatalog catalog) implements OfRequest {}

  /** The report of that request is stored; the agent may forget it. */
  record Acknowledge(String request) implements OfRequest {}

  record Facts(String request) implements OfRequest {}

  /** Call a listener of another node's guard, and say what is heard. */
  record Probe(String request, String address, int port, Duration timeout) implements OfRequest {}

  /**
   * What is changed under a guard may stay.
   *
   * @param request the guard's id
   */
  record Confirm(String request) implements OfRequest {}

  /**
   * Why it may not stay so far.
   *
   * @param request the guard's id
   */
  record Doubt(String request, String reason) implements OfRequest {}

  /** Observe, and publish the exports of the last applied catalog. */
  record Exports(String request) implements OfRequest {}

  /**
   * Bring a page of Spark.
   *
   * @param job whose driver's page it is; 0: the master's
   */
  record Page(String request, long job, PageRequest page) implements OfRequest {}

  /**
   * An order for a job.
   *
   * @param job its number
   * @param message the job, for orders that take it along
   * @param secrets environment variables, for orders that take them along
   */
  record Job(long job, JobOrder order, JobMessage message, Map<String, Secret> secrets)
      implements AgentCommand {
    public Job {
      secrets = Map.copyOf(secrets);
    }
  }
}
