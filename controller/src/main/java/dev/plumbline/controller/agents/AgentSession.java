package dev.plumbline.controller.agents;

import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentHello;

/** One connection of an agent. */
public interface AgentSession {
  AgentHello hello();

  /** What its certificate says. */
  Credential credential();

  /** Never blocks; a command that no longer reaches the agent is lost with the session. */
  void send(AgentCommand command);

  /** Tells the agent that it is welcome: from now on commands may follow. */
  void welcome();

  /**
   * Ends the session.
   *
   * @param reason one line for a person on the other side
   */
  void refuse(String reason);
}
