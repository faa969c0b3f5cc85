package dev.plumbline.controller.client;

import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.controller.client.page.Pages;
import dev.plumbline.inventory.input.Reading;
import java.util.List;
import java.util.function.Consumer;

/**
 * A controller that runs, seen by a caller. Every method blocks until the answer is complete, and
 * throws {@link ControllerException} if there is none.
 */
public interface Controller {
  Description describe();

  /** What it does about jobs. */
  Jobs jobs();

  /** The pages of Spark that it reaches. */
  Pages pages();

  /**
   * Plans on every selected node; nothing changes.
   *
   * @param limit node names; empty: all
   */
  void plan(Desired desired, List<String> limit, Consumer<RunEvent> events);

  /**
   * Makes every selected node what {@code desired} says. The run goes on when the caller goes away.
   *
   * @param unreached nodes that first contact could not reach, for the report
   */
  void apply(
      Desired desired,
      List<String> limit,
      List<RunEvent.Failed> unreached,
      Consumer<RunEvent> events);

  /**
   * Makes every node once more what the desired state that the controller keeps says.
   *
   * @param readings of all inputs that the controller named, in their order
   * @return false if nothing was done, because the readings are others or a node has no agent that
   *     will do
   */
  boolean applyAgain(List<Reading> readings, Consumer<RunEvent> events);

  /** Compares every selected node with its last applied revision. */
  void drift(List<String> limit, Consumer<RunEvent> events);

  /**
   * Hands over the status once.
   *
   * @param watch whether to hand it over again after each change, until the controller ends
   */
  void status(boolean watch, Consumer<Status> reports);

  /**
   * Past runs, the latest first.
   *
   * @param limit how many at most
   */
  List<HistoryEntry> history(int limit);

  List<NodeFacts> facts(List<String> limit);

  /** Tells the controller of the nodes before their agents dial. */
  Enrollment enroll(Desired desired);

  /**
   * Signs the request of an agent that the caller reached over SSH.
   *
   * @param csr PEM, PKCS #10
   * @param machineId the node's /etc/machine-id
   * @return the certificate, PEM
   */
  String signAgent(String node, String csr, String machineId);

  /**
   * Makes the certificates of a node's agent worthless.
   *
   * @return their serial numbers
   */
  List<String> revoke(String node);

  /**
   * Asks the controller to end.
   *
   * @param force whether to end in the middle of a run
   * @return why it refuses; empty if it ends
   */
  String shutdown(boolean force);
}
