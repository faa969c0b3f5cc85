package dev.plumbline.controller.agents;

import dev.plumbline.controller.model.AgentMessage;

/** Hears what live sessions do. Must not block. */
public interface AgentListener {
  /** A session begins; one of the same node may have ended without a word. */
  void connected(AgentSession session);

  void disconnected(AgentSession session);

  void said(AgentSession session, AgentMessage message);

  /**
   * An agent was refused.
   *
   * @param node for which it wanted to speak, or which its certificate names
   * @param reason one line for a person
   */
  void refused(String node, String reason);
}
