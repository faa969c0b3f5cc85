package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.agents.AgentListener;
import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.ca.Identity;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.proto.v1.Welcome;
import io.grpc.Server;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
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
  private static final long PING_SECONDS = 20;
  private static final long PONG_SECONDS = 10;
  private static final long HANDSHAKE_SECONDS = 20;
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final Server server;
  private final NioEventLoopGroup accepting;
  private final NioEventLoopGroup connections;
  private final ExecutorService executor;
  private final Agents agents;

  private AgentServer(
      Server server,
      NioEventLoopGroup accepting,
      NioEventLoopGroup connections,
      ExecutorService executor,
      Agents agents) {
    this.server = server;
    this.accepting = accepting;
    this.connections = connections;
    this.executor = executor;
    this.agents = agents;
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
      Consumer<String> log) {}

  /**
   * Listens from now on.
   *
   * @throws IOException if the port is taken
   */
  public static AgentServer start(
      InetSocketAddress address, Identity identity, X509Certificate authority, Behind behind)
      throws IOException {
    NioEventLoopGroup accepting = new NioEventLoopGroup(1);
    NioEventLoopGroup connections = new NioEventLoopGroup(THREADS);
    ExecutorService executor =
        Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().name("agents-", 0).factory());
    AgentsService service =
        new AgentsService(
            behind.agents(),
            behind.cluster(),
            behind.listener(),
            () -> welcome(behind),
            behind.timer(),
            behind.clock());
    Server server =
        NettyServerBuilder.forAddress(address)
            .channelFactory(() -> new AgentListenSocket(behind.log()))
            .bossEventLoopGroup(accepting)
            .workerEventLoopGroup(connections)
            .executor(executor)
            .sslContext(tls(identity, authority))
            .intercept(new Peer())
            .addService(service)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .maxConcurrentCallsPerConnection(2)
            .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
            .keepAliveTime(PING_SECONDS, TimeUnit.SECONDS)
            .keepAliveTimeout(PONG_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveTime(PONG_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .build();
    AgentServer started =
        new AgentServer(server, accepting, connections, executor, behind.agents());
    try {
      server.start();
    } catch (IOException e) {
      started.close();
      throw e;
    }
    return started;
  }

  private static SslContext tls(Identity identity, X509Certificate authority) throws IOException {
    return GrpcSslContexts.configure(
            io.netty.handler.ssl.SslContextBuilder.forServer(
                identity.key(), identity.certificate()),
            SslProvider.JDK)
        .clientAuth(ClientAuth.REQUIRE)
        .trustManager(new PeerTrust(authority))
        .protocols("TLSv1.3", "TLSv1.2")
        .build();
  }

  private static Welcome welcome(Behind behind) {
    return Welcome.newBuilder()
        .setCluster(behind.cluster().generation().cluster())
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
        stream.end(io.grpc.Status.UNAVAILABLE.withDescription("the controller ends"));
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
    var _ = accepting.shutdownGracefully(0, CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    var _ = connections.shutdownGracefully(0, CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    executor.shutdown();
  }
}
