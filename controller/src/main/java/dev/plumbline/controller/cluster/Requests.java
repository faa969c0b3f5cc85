package dev.plumbline.controller.cluster;

import dev.plumbline.controller.model.AgentMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Who waits for the answers to which request. */
public final class Requests {
  private final Map<String, Consumer<AgentMessage.OfRequest>> waiting = new ConcurrentHashMap<>();

  /** From now on answers to a request go there; must not block. */
  public void expect(String request, Consumer<AgentMessage.OfRequest> receiver) {
    waiting.put(request, receiver);
  }

  public void forget(String request) {
    waiting.remove(request);
  }

  /** Hands a message on; one that nobody waits for is not lost, only not handed on. */
  void deliver(AgentMessage.OfRequest message) {
    Optional.ofNullable(waiting.get(message.request()))
        .ifPresent(receiver -> receiver.accept(message));
  }
}
