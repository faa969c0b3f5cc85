package dev.plumbline.agent.host.engine;

import java.io.IOException;

/** Nobody listens on the engine's socket. */
final class NotListeningException extends IOException {
  private static final long serialVersionUID = 1L;

  NotListeningException(IOException cause) {
    super("nobody listens on its socket", cause);
  }
}
