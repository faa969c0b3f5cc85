package dev.plumbline.agent.rpc;

/** Hears whether the controller is there. */
public interface LinkListener {
  /** The controller at that address has said welcome. */
  void connected(String controller, String cluster);

  /**
   * There is no session.
   *
   * @param why one line for a person
   */
  void disconnected(String controller, String why);
}
