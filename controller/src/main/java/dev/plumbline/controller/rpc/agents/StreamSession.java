package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.agents.Credential;
import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentHello;
import dev.plumbline.controller.rpc.wire.ToAgents;
import dev.plumbline.proto.v1.ToAgent;
import dev.plumbline.proto.v1.Welcome;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A session on a gRPC stream. Commands wait here until the connection can take them: a catalog
 * becomes bytes only when there is room for it.
 */
final class StreamSession implements AgentSession {
  private final ServerCallStreamObserver<ToAgent> stream;
  private final AgentHello hello;
  private final Credential credential;
  private final Welcome welcome;
  private final Deque<AgentCommand> waiting = new ArrayDeque<>();
  private boolean ended;

  StreamSession(
      ServerCallStreamObserver<ToAgent> stream,
      AgentHello hello,
      Credential credential,
      Welcome welcome) {
    this.stream = stream;
    this.hello = hello;
    this.credential = credential;
    this.welcome = welcome;
  }

  @Override
  public AgentHello hello() {
    return hello;
  }

  @Override
  public Credential credential() {
    return credential;
  }

  @Override
  public synchronized void welcome() {
    if (!ended) {
      stream.onNext(ToAgent.newBuilder().setWelcome(welcome).build());
    }
  }

  @Override
  public synchronized void send(AgentCommand command) {
    waiting.addLast(command);
    flush();
  }

  /** The connection has room again. */
  synchronized void flush() {
    while (!ended && stream.isReady() && !waiting.isEmpty()) {
      stream.onNext(ToAgents.write(waiting.removeFirst()));
    }
  }

  @Override
  public void refuse(String reason) {
    end(Status.PERMISSION_DENIED.withDescription(reason));
  }

  /** Ends the stream; what still waits is lost with it. */
  synchronized void end(Status status) {
    if (!ended) {
      ended = true;
      waiting.clear();
      stream.onError(status.asRuntimeException());
    }
  }

  /** The other side ended the stream. */
  synchronized void lost() {
    ended = true;
    waiting.clear();
  }
}
