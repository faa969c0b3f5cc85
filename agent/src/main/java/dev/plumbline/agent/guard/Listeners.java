package dev.plumbline.agent.guard;

import dev.plumbline.resources.guard.Guard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/** Listeners on a guard's addresses, each on that address and no other, on any port. */
final class Listeners implements AutoCloseable {
  private static final int WAITING = 16;
  private static final int NONCE_BYTES = 16;
  private final List<ServerSocket> sockets = new ArrayList<>();
  private final List<Listening> listening = new ArrayList<>();

  /**
   * Listens on all.
   *
   * @throws IOException if one cannot be listened on, for example because no network interface has
   *     it; then none is
   */
  static Listeners open(List<Guard.Address> addresses, RandomGenerator random) throws IOException {
    Listeners listeners = new Listeners();
    for (Guard.Address address : addresses) {
      try {
        listeners.add(address, random);
      } catch (IOException e) {
        listeners.close();
        throw new IOException("cannot listen on " + address.text() + ": " + e.getMessage(), e);
      }
    }
    return listeners;
  }

  private void add(Guard.Address address, RandomGenerator random) throws IOException {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    ServerSocket socket = new ServerSocket(0, WAITING, InetAddress.ofLiteral(address.text()));
    sockets.add(socket);
    Listening here =
        new Listening(
            address.text(),
            address.prefix(),
            socket.getLocalPort(),
            HexFormat.of().formatHex(nonce));
    listening.add(here);
    Thread.ofVirtual().name("nonce").start(() -> serve(socket, here.nonce()));
  }

  List<Listening> all() {
    return List.copyOf(listening);
  }

  /** Says the nonce and hears nothing. */
  private static void serve(ServerSocket socket, String nonce) {
    byte[] line = (nonce + "\n").getBytes(StandardCharsets.US_ASCII);
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        caller.getOutputStream().write(line);
      } catch (IOException e) {
        // Closed, or a caller who left: whoever asks in earnest asks again.
      }
    }
  }

  @Override
  public void close() {
    for (ServerSocket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        // There is nothing left that could be done with it.
      }
    }
  }
}
