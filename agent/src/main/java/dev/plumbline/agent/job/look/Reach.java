package dev.plumbline.agent.job.look;

import dev.plumbline.agent.job.order.Place;
import dev.plumbline.agent.job.report.Reached;
import dev.plumbline.resources.Failure;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether nodes reach each other: a TCP connection on any port, as MPI opens them, through which so
 * much flows both ways that full-size packets have to pass. A network that loses those lets
 * connections open, and then hangs.
 */
public final class Reach {
  private static final System.Logger LOG = System.getLogger(Reach.class.getName());
  private static final Duration LISTENING = Duration.ofMinutes(2);
  private static final int PATIENCE_MILLIS = 5_000;
  private static final Duration LONGEST = Duration.ofSeconds(12);
  private static final int BULK = 128 * 1024;
  private final Map<String, ServerSocket> listening = new ConcurrentHashMap<>();

  /** Answers those who know a token, for two minutes; the port. */
  public int listen(String token) throws Failure {
    try {
      ServerSocket open = listening.get(token);
      if (open != null) {
        return open.getLocalPort();
      }
      ServerSocket server = new ServerSocket(0);
      listening.put(token, server);
      Thread.ofVirtual().name("reach").start(() -> serve(server, token));
      Thread.ofVirtual().name("reach until").start(() -> closeLater(server, token));
      return server.getLocalPort();
    } catch (IOException e) {
      throw new Failure(
          "cannot listen for the other nodes: " + e.getMessage(), "run the job again", e);
    }
  }

  private void closeLater(ServerSocket server, String token) {
    try (server) {
      Thread.sleep(LISTENING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "cannot close a port: {0}", e.getMessage());
    }
    listening.remove(token);
  }

  private static void serve(ServerSocket server, String token) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().name("reached").start(() -> answer(socket, token));
      } catch (IOException e) {
        return; // Its time is over.
      }
    }
  }

  private static void answer(Socket socket, String token) {
    try (socket) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] said = new byte[Math.min(in.readUnsignedShort(), 1024)];
      in.readFully(said);
      if (!MessageDigest.isEqual(said, token.getBytes(StandardCharsets.UTF_8))) {
        return;
      }
      in.readFully(new byte[BULK]);
      socket.getOutputStream().write(new byte[BULK]);
    } catch (IOException e) {
      // Whoever asks says what went wrong.
      return;
    }
  }

  /** Tries all of them at once. */
  public List<Reached> reach(String token, List<Place> others) throws InterruptedException {
    Map<String, Reached> results = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    for (Place other : others) {
      threads.add(
          Thread.ofVirtual()
              .name("reach " + other.node())
              .start(() -> results.put(other.node(), reach(token, other))));
    }
    for (Thread thread : threads) {
      // A write into a network that loses full-size packets would wait for a quarter of an hour.
      if (!thread.join(LONGEST)) {
        thread.interrupt();
        thread.join();
      }
    }
    return others.stream().map(other -> results.get(other.node())).toList();
  }

  private static Reached reach(String token, Place other) {
    String stage = "no connection";
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(other.address(), other.port()), PATIENCE_MILLIS);
      stage = "a connection opens, and full-size packets do not pass";
      byte[] said = token.getBytes(StandardCharsets.UTF_8);
      OutputStream out = socket.getOutputStream();
      out.write(new byte[] {(byte) (said.length >> 8), (byte) said.length});
      out.write(said);
      out.write(new byte[BULK]);
      new DataInputStream(socket.getInputStream()).readFully(new byte[BULK]);
      NetworkInterface nic = NetworkInterface.getByInetAddress(socket.getLocalAddress());
      return new Reached(other.node(), "", nic == null ? 0 : nic.getMTU());
    } catch (SocketTimeoutException e) {
      return new Reached(
          other.node(), stage + ": no answer within " + PATIENCE_MILLIS / 1000 + " s", 0);
    } catch (IOException e) {
      String why =
          Thread.interrupted()
              ? "no answer within " + LONGEST.toSeconds() + " s"
              : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Reached(other.node(), stage + ": " + why.toLowerCase(Locale.ROOT), 0);
    }
  }
}
