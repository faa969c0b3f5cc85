package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.agents.AgentListener;
import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.agents.Credential;
import dev.plumbline.controller.model.AgentHello;
import dev.plumbline.controller.rpc.wire.FromAgents;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.ToAgent;
import dev.plumbline.proto.v1.Welcome;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What comes in on one stream: first Hello, then whatever the agent has to say. */
final class SessionStream implements StreamObserver<FromAgent> {
  private final ServerCallStreamObserver<ToAgent> answers;
  private final Credential credential;
  private final Agents agents;
  private final AgentListener listener;
  private final Function<AgentHello, Optional<String>> admission;
  private final Welcome welcome;
  private volatile @Nullable StreamSession session;
  private volatile boolean refused;

  SessionStream(
      ServerCallStreamObserver<ToAgent> answers,
      Credential credential,
      Agents agents,
      AgentListener listener,
      Function<AgentHello, Optional<String>> admission,
      Welcome welcome) {
    this.answers = answers;
    this.credential = credential;
    this.agents = agents;
    this.listener = listener;
    this.admission = admission;
    this.welcome = welcome;
    answers.setOnReadyHandler(() -> {
      StreamSession ready = session;
      if (ready != null) {
        ready.flush();
      }
    });
    answers.setOnCancelHandler(this::gone);
  }

  @Override
  public void onNext(FromAgent message) {
    StreamSession known = session;
    if (refused) {
      return;
    }
    try {
      if (known != null) {
        agents.said(known, FromAgents.read(message));
      } else if (message.hasHello()) {
        hello(FromAgents.read(message.getHello()));
      } else {
        throw new IllegalArgumentException("the first message of an agent must be Hello");
      }
    } catch (IllegalArgumentException e) {
      refuse(
          credential.name(),
          Status.INVALID_ARGUMENT,
          "the agent of " + credential.name() + " said what makes no sense: " + e.getMessage());
    }
  }

  private void hello(AgentHello hello) {
    Optional<String> refusal = admission.apply(hello);
    if (refusal.isPresent()) {
      refuse(hello.node(), Status.PERMISSION_DENIED, refusal.get());
      return;
    }
    StreamSession fresh = new StreamSession(answers, hello, credential, welcome);
    session = fresh;
    agents.arrived(fresh);
  }

  /** Nobody may hold a stream without saying who it is. */
  void expectHello() {
    if (session == null && !refused && !answers.isCancelled()) {
      refuse(
          credential.name(),
          Status.DEADLINE_EXCEEDED,
          "the agent of " + credential.name() + " connected and did not say Hello");
    }
  }

  void refuse(String node, Status status, String reason) {
    refused = true;
    listener.refused(node, reason);
    StreamSession known = session;
    if (known == null) {
      answers.onError(status.withDescription(reason).asRuntimeException());
    } else {
      known.end(status.withDescription(reason));
      agents.departed(known);
    }
  }

  @Override
  public void onError(Throwable cause) {
    gone();
  }

  @Override
  public void onCompleted() {
    StreamSession known = session;
    if (known != null) {
      known.end(Status.OK.withDescription("bye"));
    }
    gone();
  }

  private void gone() {
    StreamSession known = session;
    if (known != null) {
      known.lost();
      agents.departed(known);
    }
  }
}
