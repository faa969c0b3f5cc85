package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.agents.AgentListener;
import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.ca.Identity;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.proto.v1.Welcome;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The agents' port. */
public final class AgentServer implements AutoCloseable {
  private static final int LARGEST_MESSAGE = 16 << 20;
  private static final int THREADS = 2;

  /** The session, and contents and pages beside it. */
  private static final int CALLS = 16;

  private static final long PING_SECONDS = 20;
  private static final long PONG_SECONDS = 10;
  private static final long HANDSHAKE_SECONDS = 20;
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final Server server;
  private final Prepared prepared;
  private final Agents agents;

  private AgentServer(Server server, Prepared prepared, Agents agents) {
    this.server = server;
    this.prepared = prepared;
    this.agents = agents;
  }

  /**
   * What a server needs that depends on nothing but the controller's identity; it takes time, which
   * other parts can use.
   */
  public static final class Prepared implements AutoCloseable {
    private final SslContext tls;
    private final NioEventLoopGroup accepting = new NioEventLoopGroup(1);
    private final NioEventLoopGroup connections = new NioEventLoopGroup(THREADS);
    private final ExecutorService executor =
        Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("agents-", 0).factory());

    private Prepared(SslContext tls) {
      this.tls = tls;
    }

    @Override
    public void close() {
      var _ = accepting.shutdownGracefully(0, CLOSING.toMillis(), TimeUnit.MILLISECONDS);
      var _ = connections.shutdownGracefully(0, CLOSING.toMillis(), TimeUnit.MILLISECONDS);
      executor.shutdown();
    }
  }

  public static Prepared prepare(Identity identity, X509Certificate authority) throws IOException {
    return new Prepared(Tls.of(identity, authority));
  }

  /**
   * How agents are spoken to.
   *
   * @param heartbeat how often an agent shows that it is alive
   * @param reconnectCap the longest pause between two attempts to reconnect
   */
  public record Pace(Duration heartbeat, Duration reconnectCap) {
    public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(5));
  }

  /**
   * What stands behind the port.
   *
   * @param log receives one line per connection that is refused before it has a name
   */
  public record Behind(
      Cluster cluster,
      Agents agents,
      AgentListener listener,
      Timer timer,
      Clock clock,
      Pace pace,
      ContentCalls contents,
      PageCalls pages,
      Consumer<String> log) {}

  /**
   * Listens from now on. The server closes what was prepared when it is closed itself.
   *
   * @throws IOException if the port is taken
   */
  public static AgentServer start(InetSocketAddress address, Prepared prepared, Behind behind)
      throws IOException {
    AgentsService service =
        new AgentsService(
            behind.agents(),
            behind.cluster(),
            behind.listener(),
            () -> welcome(behind),
            behind.timer(),
            behind.clock(),
            behind.contents(),
            behind.pages());
    Server server =
        NettyServerBuilder.forAddress(address)
            .channelFactory(() -> new AgentListenSocket(behind.log()))
            .bossEventLoopGroup(prepared.accepting)
            .workerEventLoopGroup(prepared.connections)
            .executor(prepared.executor)
            .sslContext(prepared.tls)
            .intercept(new Peer())
            .addService(service)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .maxConcurrentCallsPerConnection(CALLS)
            .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
            .keepAliveTime(PING_SECONDS, TimeUnit.SECONDS)
            .keepAliveTimeout(PONG_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveTime(PONG_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .build();
    server.start();
    return new AgentServer(server, prepared, behind.agents());
  }

  private static Welcome welcome(Behind behind) {
    return Welcome.newBuilder()
        .setCluster(behind.cluster().name())
        .setHeartbeatMs(Math.toIntExact(behind.pace().heartbeat().toMillis()))
        .setReconnectCapMs(Math.toIntExact(behind.pace().reconnectCap().toMillis()))
        .build();
  }

  public int port() {
    return server.getPort();
  }

  /** Tells the agents that the controller ends, and stops to listen. */
  @Override
  public void close() {
    server.shutdown();
    for (AgentSession session : agents.all()) {
      if (session instanceof StreamSession stream) {
        stream.end(Status.UNAVAILABLE.withDescription("the controller ends"));
      }
    }
    try {
      if (!server.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException _) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    prepared.close();
  }
}
