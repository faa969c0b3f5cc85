package dev.plumbline.controller.guard;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.cluster.Requests;
import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentMessage;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Another agent asks.
 *
 * @param ids makes an id for each request
 */
record AgentCall(AgentSession session, Requests requests, Supplier<String> ids) implements Witness {
  /** For the way to the agent and back. */
  private static final Duration EXTRA = Duration.ofMillis(500);

  @Override
  public String name() {
    return session.hello().node();
  }

  @Override
  public Answer ask(String address, int port, Duration timeout) throws InterruptedException {
    String request = ids.get();
    BlockingQueue<AgentMessage.OfRequest> answers = new LinkedBlockingQueue<>();
    requests.expect(request, answers::add);
    try {
      session.send(new AgentCommand.Probe(request, address, port, timeout));
      AgentMessage.OfRequest answer =
          answers.poll(timeout.plus(EXTRA).toMillis(), TimeUnit.MILLISECONDS);
      return answer instanceof AgentMessage.Probed probed
          ? new Answer(probed.nonce(), probed.failure())
          : Answer.failed("its agent did not answer");
    } finally {
      requests.forget(request);
    }
  }
}
