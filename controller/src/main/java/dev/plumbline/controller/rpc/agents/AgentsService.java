package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.agents.Admission;
import dev.plumbline.controller.agents.AgentListener;
import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.agents.Credential;
import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.Chunks;
import dev.plumbline.proto.v1.ContentsFrom;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.Kept;
import dev.plumbline.proto.v1.PagePiece;
import dev.plumbline.proto.v1.PageShown;
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
  private final ContentCalls contents;
  private final PageCalls pages;

  AgentsService(
      Agents agents,
      Cluster cluster,
      AgentListener listener,
      Supplier<Welcome> welcome,
      Timer timer,
      Clock clock,
      ContentCalls contents,
      PageCalls pages) {
    this.agents = agents;
    this.cluster = cluster;
    this.listener = listener;
    this.welcome = welcome;
    this.timer = timer;
    this.clock = clock;
    this.contents = contents;
    this.pages = pages;
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

  @Override
  public void fetch(ContentsFrom wanted, StreamObserver<Chunks> answers) {
    Optional<String> node = node(answers);
    if (node.isPresent()) {
      contents.fetch(node.get(), wanted, answers);
    }
  }

  @Override
  public StreamObserver<Chunk> deliver(StreamObserver<Kept> answers) {
    Optional<String> node = node(answers);
    return node.isPresent() ? contents.deliver(node.get(), answers) : contents.ignore(answers);
  }

  @Override
  public StreamObserver<PagePiece> show(StreamObserver<PageShown> answers) {
    Optional<String> node = node(answers);
    return node.isPresent() ? pages.show(node.get(), answers) : PageCalls.ignore();
  }

  /** Who calls; whoever may not has been told so. */
  private Optional<String> node(StreamObserver<?> answers) {
    Credential credential = Objects.requireNonNull(Peer.CREDENTIAL.get(), "interceptor");
    Optional<String> refusal =
        Admission.ofCertificate(credential, cluster.certificates(), clock.instant());
    refusal.ifPresent(reason ->
        answers.onError(Status.UNAUTHENTICATED.withDescription(reason).asRuntimeException()));
    return refusal.isPresent() ? Optional.empty() : Optional.of(credential.name());
  }
}
