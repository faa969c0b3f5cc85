package dev.plumbline.controller.rpc.socket;

import io.grpc.ServerServiceDefinition;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Serves one gRPC service on a Unix socket. Every connection is one call, carried out in virtual
 * threads.
 *
 * <p>The directory of the socket decides who may connect; the name of the peer's user, as the
 * kernel tells it, is at hand during a call as {@link Caller#USER}.
 */
public final class SocketServer implements AutoCloseable {
  private final Path path;
  private final ServerSocketChannel server;
  private final ServerServiceDefinition service;
  private final Consumer<String> log;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

  private SocketServer(
      Path path,
      ServerSocketChannel server,
      ServerServiceDefinition service,
      Consumer<String> log) {
    this.path = path;
    this.server = server;
    this.service = service;
    this.log = log;
  }

  /**
   * Listens from now on. A socket file that an earlier process left behind is replaced: the caller
   * holds the lock that says that this process is the only one.
   *
   * @param log receives one line per connection that broke
   */
  public static SocketServer start(Path path, ServerServiceDefinition service, Consumer<String> log)
      throws IOException {
    Files.deleteIfExists(path);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      server.close();
      throw e;
    }
    SocketServer started = new SocketServer(path, server, service, log);
    Thread.ofPlatform().name("control-socket").start(started::accept);
    return started;
  }

  private void accept() {
    while (true) {
      SocketChannel connection;
      try {
        connection = server.accept();
      } catch (ClosedChannelException _) {
        return;
      } catch (IOException e) {
        log.accept("control socket " + path + " accepts no more callers: " + e.getMessage());
        return;
      }
      open.add(connection);
      Thread.ofVirtual().name("call").start(() -> serve(connection));
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      new Conversation(connection, service).run();
    } catch (AsynchronousCloseException _) {
      // close() ended the conversation.
    } catch (IOException e) {
      log.accept("control socket: a caller was given up: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(connection);
    }
  }

  /** Stops to listen, removes the socket file and cuts the calls that are under way. */
  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(path);
    for (SocketChannel connection : open) {
      connection.close();
    }
  }
}
