package dev.plumbline.controller.cli.forward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.Semaphore;

/** A port of this machine's 127.0.0.1. */
public final class Door implements AutoCloseable {
  /** So many connections at once; a browser keeps some without using them. */
  static final int MOST = 64;

  private static final int WAITING = 64;
  private static final int REST_MILLIS = 200;
  private static final int LONGEST_REST = 64 << 10;
  private final ServerSocket server;
  private final Semaphore free = new Semaphore(MOST);

  private Door(ServerSocket server) {
    this.server = server;
  }

  /**
   * Listens; nobody is served yet.
   *
   * @param port 0: a free one
   * @throws IOException if it is taken
   */
  public static Door open(int port) throws IOException {
    return new Door(new ServerSocket(port, WAITING, InetAddress.ofLiteral("127.0.0.1")));
  }

  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** Serves whoever comes, until it is closed. */
  public void serve(Visitors visitors) {
    Thread.ofVirtual().name("door").start(() -> accept(visitors));
  }

  private void accept(Visitors visitors) {
    while (true) {
      try {
        Socket browser = server.accept();
        if (free.tryAcquire()) {
          Thread.ofVirtual().name("visitor").start(() -> serve(browser, visitors));
        } else {
          turnAway(browser);
        }
      } catch (SocketException e) {
        if (server.isClosed()) {
          return;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("nobody can come in any more", e);
      }
    }
  }

  private void serve(Socket browser, Visitors visitors) {
    try (browser) {
      visitors.serve(browser);
      finish(browser);
    } catch (IOException e) {
      return; // The browser left.
    } finally {
      free.release();
    }
  }

  private static void turnAway(Socket browser) {
    try (browser) {
      browser
          .getOutputStream()
          .write(
              Question.answer(
                  "503 Service Unavailable",
                  "",
                  "plumb: " + MOST + " connections are open already; close some"));
      finish(browser);
    } catch (IOException e) {
      return; // It was to leave anyway.
    }
  }

  /** Whoever still writes would else find the connection broken, and no answer. */
  private static void finish(Socket browser) throws IOException {
    browser.shutdownOutput();
    browser.setSoTimeout(REST_MILLIS);
    byte[] _ = browser.getInputStream().readNBytes(LONGEST_REST);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
