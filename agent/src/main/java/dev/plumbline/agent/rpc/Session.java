package dev.plumbline.agent.rpc;

import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.ToAgent;
import dev.plumbline.proto.v1.Welcome;
import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ManagedChannelRegistry;
import io.grpc.Status;
import io.grpc.TlsChannelCredentials;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One stream to one controller, from dialling to its end. */
final class Session implements AutoCloseable {
  /** The name in the controller's certificate, whatever its address is. */
  private static final String CONTROLLER = "plumbline-controller";

  private static final Duration PARTING = Duration.ofMillis(500);
  private static final int LARGEST_MESSAGE = 16 << 20;

  /** Bytes that may be on their way at once, so that a distant controller need not wait for us. */
  private static final int WINDOW = 2 << 20;

  private static final long KEEPALIVE_SECONDS = 20;
  private static final long KEEPALIVE_TIMEOUT_SECONDS = 10;
  private final ManagedChannel channel;
  private final StreamObserver<FromAgent> stream;
  private final CompletableFuture<Welcome> welcome = new CompletableFuture<>();
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private boolean left;

  private Session(ManagedChannel channel, Consumer<ToAgent> messages) {
    this.channel = channel;
    this.stream = AgentsGrpc.newStub(channel).session(new Incoming(messages));
  }

  /**
   * Dials; the files are read anew each time, because certificates are renewed.
   *
   * @param endpoint host:port
   * @param messages receives everything but Welcome
   * @throws IOException if the files cannot be read or used; the message is one line for a person
   */
  static Session open(String endpoint, Tls tls, Consumer<ToAgent> messages) throws IOException {
    ManagedChannel channel =
        dialling(endpoint, tls)
            .overrideAuthority(CONTROLLER)
            .keepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
            .keepAliveTimeout(KEEPALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .disableRetry()
            .build();
    return new Session(channel, messages);
  }

  private static ManagedChannelBuilder<?> dialling(String endpoint, Tls tls) throws IOException {
    try {
      ChannelCredentials credentials =
          TlsChannelCredentials.newBuilder()
              .keyManager(tls.certificate().toFile(), tls.key().toFile())
              .trustManager(tls.authority().toFile())
              .build();
      ManagedChannelBuilder<?> builder = Grpc.newChannelBuilder("dns:///" + endpoint, credentials);
      if (builder instanceof OkHttpChannelBuilder okHttp) {
        return okHttp.flowControlWindow(WINDOW);
      }
      return builder;
    } catch (IOException e) {
      throw new IOException("the agent has no identity to show: " + e.getMessage(), e);
    } catch (ManagedChannelRegistry.ProviderNotFoundException e) {
      // gRPC asks its transports in turn, and the only one there is has refused the files.
      String refused = String.valueOf(e.getMessage()).replaceFirst("^[\\w.]+Provider: ", "");
      throw new IOException("the agent has no identity to show: " + refused, e);
    }
  }

  /** What carries this session, for calls beside its stream. */
  Channel channel() {
    return channel;
  }

  void send(FromAgent message) {
    synchronized (stream) {
      if (!end.isDone() && !left) {
        stream.onNext(message);
      }
    }
  }

  /** The controller's welcome; empty if the stream ended, or it did not come in time. */
  Optional<Welcome> welcome(Duration timeout) throws InterruptedException {
    try {
      return Optional.of(welcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      end.complete("it did not answer within " + timeout.toSeconds() + " s");
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.empty();
    }
  }

  /** Waits for the end of the stream; why it ended, if it did. */
  Optional<String> end(Duration timeout) throws InterruptedException {
    try {
      return Optional.of(end.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end never fails", e);
    }
  }

  /** Ends the stream in peace where the controller still answers, else without. */
  void leave(String why) {
    synchronized (stream) {
      if (!end.isDone() && !left) {
        left = true;
        stream.onCompleted();
      }
    }
    try {
      end(PARTING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end.complete(why);
    welcome.completeExceptionally(new IllegalStateException(why));
  }

  @Override
  public void close() {
    end.complete("the agent closed it");
    channel.shutdownNow();
  }

  private final class Incoming implements StreamObserver<ToAgent> {
    private final Consumer<ToAgent> messages;

    Incoming(Consumer<ToAgent> messages) {
      this.messages = messages;
    }

    @Override
    public void onNext(ToAgent message) {
      if (message.hasWelcome()) {
        welcome.complete(message.getWelcome());
      } else {
        messages.accept(message);
      }
    }

    @Override
    public void onError(Throwable cause) {
      ended(Reasons.of(Status.fromThrowable(cause)));
    }

    @Override
    public void onCompleted() {
      ended("the controller closed the session");
    }

    private void ended(String why) {
      end.complete(why);
      welcome.completeExceptionally(new IllegalStateException(why));
    }
  }
}
