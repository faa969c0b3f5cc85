package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.agents.Admission;
import dev.plumbline.controller.agents.AgentListener;
import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.agents.Credential;
import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.ToAgent;
import dev.plumbline.proto.v1.Welcome;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The service that agents call. */
final class AgentsService extends AgentsGrpc.AgentsImplBase {
  static final Duration HELLO_WITHIN = Duration.ofSeconds(10);

  private final Agents agents;
  private final Cluster cluster;
  private final AgentListener listener;
  private final Supplier<Welcome> welcome;
  private final Timer timer;
  private final Clock clock;

  AgentsService(
      Agents agents,
      Cluster cluster,
      AgentListener listener,
      Supplier<Welcome> welcome,
      Timer timer,
      Clock clock) {
    this.agents = agents;
    this.cluster = cluster;
    this.listener = listener;
    this.welcome = welcome;
    this.timer = timer;
    this.clock = clock;
  }

  @Override
  public StreamObserver<FromAgent> session(StreamObserver<ToAgent> answers) {
    Credential credential = Objects.requireNonNull(Peer.CREDENTIAL.get(), "interceptor");
    SessionStream stream =
        new SessionStream(
            (ServerCallStreamObserver<ToAgent>) answers,
            credential,
            agents,
            listener,
            hello -> Admission.ofHello(hello, credential, cluster.certificates(), cluster.known()),
            welcome.get());
    Optional<String> refusal =
        Admission.ofCertificate(credential, cluster.certificates(), clock.instant());
    if (refusal.isPresent()) {
      stream.refuse(credential.name(), Status.UNAUTHENTICATED, refusal.get());
    } else {
      timer.after(HELLO_WITHIN, stream::expectHello);
    }
    return stream;
  }
}
