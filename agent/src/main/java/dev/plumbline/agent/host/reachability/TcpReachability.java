package dev.plumbline.agent.host.reachability;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.reachability.Reachability;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Tries to open connections from this machine. */
public final class TcpReachability implements Reachability {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Override
  public Optional<String> obstacle(String host, int port) throws Failure {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      return Optional.of("there is no address for the name " + host);
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, (int) LIMIT.toMillis());
      return Optional.empty();
    } catch (SocketTimeoutException e) {
      return Optional.of("no answer within " + LIMIT.toSeconds() + " s");
    } catch (IOException e) {
      return Optional.of(
          e.getMessage() == null
              ? e.getClass().getSimpleName()
              : e.getMessage().toLowerCase(Locale.ROOT));
    }
  }
}
