package dev.plumbline.controller.cluster;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.model.AgentMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Who waits for the answers to which request. */
public final class Requests {
  private final Map<String, Consumer<AgentMessage.OfRequest>> waiting = new ConcurrentHashMap<>();
  private volatile BiConsumer<AgentSession, AgentMessage.OfJob> jobs = (_, _) -> {};

  /** From now on answers to a request go there; must not block. */
  public void expect(String request, Consumer<AgentMessage.OfRequest> receiver) {
    waiting.put(request, receiver);
  }

  public void forget(String request) {
    waiting.remove(request);
  }

  /** From now on whatever agents say of jobs goes there; must not block. */
  public void expectJobs(BiConsumer<AgentSession, AgentMessage.OfJob> receiver) {
    jobs = receiver;
  }

  void deliver(AgentSession session, AgentMessage.OfJob message) {
    jobs.accept(session, message);
  }

  /** Hands a message on; one that nobody waits for is not lost, only not handed on. */
  void deliver(AgentMessage.OfRequest message) {
    Optional.ofNullable(waiting.get(message.request()))
        .ifPresent(receiver -> receiver.accept(message));
  }
}
