package dev.plumbline.agent.rpc;

import com.google.protobuf.ByteString;
import dev.plumbline.agent.identity.TestAuthority;
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
import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A real gRPC server with mutual TLS whose words the test says. */
final class TestController implements AutoCloseable {
  static final int PATIENCE_SECONDS = 20;
  private final Server server;
  private final BlockingQueue<FromAgent> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<StreamObserver<ToAgent>> streams = new LinkedBlockingQueue<>();
  private final BlockingQueue<PagePiece> shown = new LinkedBlockingQueue<>();
  private final Semaphore givenUp = new Semaphore(0);
  private volatile Optional<Status> refusal = Optional.empty();

  /**
   * @param port 0 for any
   * @param name the alternative name in the certificate
   */
  TestController(int port, TestAuthority authority, String name) throws IOException {
    KeyPair keys = TestAuthority.keys();
    server =
        Grpc.newServerBuilderForPort(
                port,
                TlsServerCredentials.newBuilder()
                    .keyManager(
                        stream(authority.issue(name, keys.getPublic())),
                        stream(TestAuthority.pem(keys)))
                    .trustManager(stream(authority.certificate()))
                    .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                    .build())
            .addService(new Agents())
            .build()
            .start();
  }

  private static ByteArrayInputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }

  int port() {
    return server.getPort();
  }

  String endpoint() {
    return "127.0.0.1:" + port();
  }

  /** From now on every stream ends like that. */
  void refuse(Status status) {
    refusal = Optional.of(status);
  }

  /** The next stream that an agent opened. */
  StreamObserver<ToAgent> stream() throws InterruptedException {
    StreamObserver<ToAgent> stream = streams.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (stream == null) {
      throw new AssertionError("no agent dialled");
    }
    return stream;
  }

  /** The next message of that kind; others before it are passed over. */
  FromAgent hear(Predicate<FromAgent> kind) throws InterruptedException {
    while (true) {
      FromAgent message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("the agent said nothing of that kind");
      }
      if (kind.test(message)) {
        return message;
      }
    }
  }

  static ToAgent welcome() {
    return ToAgent.newBuilder()
        .setWelcome(
            Welcome.newBuilder().setCluster("test").setHeartbeatMs(50).setReconnectCapMs(50))
        .build();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  /** The next piece of a page. */
  PagePiece shown() throws InterruptedException {
    PagePiece piece = shown.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (piece == null) {
      throw new AssertionError("the agent showed nothing");
    }
    return piece;
  }

  /** Calls for contents that an agent has given up. */
  boolean givenUp() throws InterruptedException {
    return givenUp.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private final class Agents extends AgentsGrpc.AgentsImplBase {
    /** The first piece, and never the next. */
    @Override
    public void fetch(ContentsFrom wanted, StreamObserver<Chunks> agent) {
      ((ServerCallStreamObserver<Chunks>) agent).setOnCancelHandler(givenUp::release);
      Chunk.Builder first =
          Chunk.newBuilder()
              .setHash(wanted.getContents(0).getHash())
              .setData(ByteString.copyFromUtf8("a"));
      agent.onNext(Chunks.newBuilder().addChunks(first).build());
    }

    /** Nothing is here yet, and no end of a delivery is ever enough. */
    @Override
    public StreamObserver<Chunk> deliver(StreamObserver<Kept> agent) {
      return new StreamObserver<>() {
        private boolean asked;

        @Override
        public void onNext(Chunk piece) {
          asked |= piece.getData().isEmpty();
        }

        @Override
        public void onError(Throwable cause) {
          givenUp.release();
        }

        @Override
        public void onCompleted() {
          if (asked) {
            agent.onNext(Kept.getDefaultInstance());
            agent.onCompleted();
          }
        }
      };
    }

    @Override
    public StreamObserver<PagePiece> show(StreamObserver<PageShown> agent) {
      return new StreamObserver<>() {
        @Override
        public void onNext(PagePiece piece) {
          shown.add(piece);
        }

        @Override
        public void onError(Throwable cause) {}

        @Override
        public void onCompleted() {
          agent.onNext(PageShown.getDefaultInstance());
          agent.onCompleted();
        }
      };
    }

    @Override
    public StreamObserver<FromAgent> session(StreamObserver<ToAgent> agent) {
      if (refusal.isPresent()) {
        agent.onError(refusal.get().asRuntimeException());
      } else {
        streams.add(agent);
      }
      return new StreamObserver<>() {
        @Override
        public void onNext(FromAgent message) {
          heard.add(message);
        }

        @Override
        public void onError(Throwable cause) {}

        @Override
        public void onCompleted() {}
      };
    }
  }
}
