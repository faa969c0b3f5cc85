package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.Loopback;
import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.Heartbeat;
import dev.plumbline.proto.v1.Hello;
import dev.plumbline.proto.v1.ToAgent;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** An agent that does what a test says, over a real connection. */
public final class ScriptedAgent implements AutoCloseable {
  private static final long LONG = 30;
  private static final long SHORT = 100;

  private final ManagedChannel channel;
  private final BlockingQueue<ToAgent> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Status> ended = new CompletableFuture<>();
  private final StreamObserver<FromAgent> stream;

  private ScriptedAgent(ManagedChannel channel) {
    this.channel = channel;
    this.stream =
        AgentsGrpc.newStub(channel)
            .session(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ToAgent message) {
                    heard.add(message);
                  }

                  @Override
                  public void onError(Throwable cause) {
                    ended.complete(Status.fromThrowable(cause));
                  }

                  @Override
                  public void onCompleted() {
                    ended.complete(Status.OK);
                  }
                });
  }

  /** Dials with a certificate, or with none. */
  public static ScriptedAgent dial(
      int port, String authority, Optional<AgentKey> key, Optional<String> certificate) {
    try {
      var tls = GrpcSslContexts.forClient().trustManager(AgentKey.certificate(authority));
      if (key.isPresent()) {
        X509Certificate signed = AgentKey.certificate(certificate.orElseThrow());
        tls.keyManager(key.get().pair().getPrivate(), signed);
      }
      return new ScriptedAgent(
          NettyChannelBuilder.forAddress(Loopback.OWN, port)
              .overrideAuthority("plumbline-controller")
              .sslContext(tls.build())
              .build());
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  public ScriptedAgent hello(Hello hello) {
    say(FromAgent.newBuilder().setHello(hello).build());
    return this;
  }

  public synchronized ScriptedAgent say(FromAgent message) {
    stream.onNext(message);
    return this;
  }

  public ScriptedAgent heartbeat() {
    return say(FromAgent.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()).build());
  }

  /** Calls beside the session, on the same connection. */
  public AgentsGrpc.AgentsBlockingStub calls() {
    return AgentsGrpc.newBlockingStub(channel);
  }

  /** Calls beside the session that bring something. */
  public AgentsGrpc.AgentsStub streams() {
    return AgentsGrpc.newStub(channel);
  }

  /** The next thing that the controller says. */
  public ToAgent next() {
    try {
      ToAgent message = heard.poll(LONG, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("the controller said nothing; stream: " + ended.getNow(Status.OK));
      }
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The next thing that the controller says, if it says something soon. */
  Optional<ToAgent> poll() {
    try {
      return Optional.ofNullable(heard.poll(SHORT, TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Why the stream ended. */
  public String refusal() {
    try {
      Status status = ended.get(LONG, TimeUnit.SECONDS);
      return String.valueOf(status.getDescription());
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the stream did not end", e);
    }
  }

  public boolean isEnded() {
    return ended.isDone();
  }

  /** The connection breaks. */
  @Override
  public void close() {
    channel.shutdownNow();
  }
}
