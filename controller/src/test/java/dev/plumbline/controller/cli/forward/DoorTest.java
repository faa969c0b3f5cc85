package dev.plumbline.controller.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.ControllerException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A door, and browsers as bare connections. */
class DoorTest {
  private static final String GET = "GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\n\r\n";
  private static final int MILLIS = 30_000;
  private final List<AutoCloseable> open = new ArrayList<>();

  private int serve(Way way, int slots) throws IOException {
    Door door = Door.open(0);
    open.add(door);
    door.serve(Visitors.ofMaster("master", way, new Semaphore(slots, true)));
    return URI.create(door.url()).getPort();
  }

  private Socket browser(int port, String says) throws IOException {
    Socket browser = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    open.add(browser);
    browser.setSoTimeout(MILLIS);
    browser.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
    return browser;
  }

  private static String answer(Socket browser) throws IOException {
    return new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void theAnswerOfThePageComesAsItIs() throws Exception {
    LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();
    int port =
        serve(
            (owner, request, pieces) -> {
              asked.add(owner + " " + request);
              pieces.accept(bytes(OK));
              pieces.accept(bytes("hello"));
            },
            1);

    assertThat(answer(browser(port, GET.replace("\r\n\r\n", "\r\nAccept: a/b\r\n\r\n"))))
        .isEqualTo(OK + "hello");
    assertThat(asked.take())
        .contains("Master[node=master]", "head=false, target=/x", "host=localhost", "accept=a/b");
  }

  @Test
  void whatIsNotReadingIsRefusedAlthoughItHasMoreToSay() throws Exception {
    int port = serve((_, _, _) -> {}, 1);

    assertThat(answer(browser(port, GET.replace("GET", "POST") + "a=b".repeat(9000))))
        .startsWith("HTTP/1.1 405 ")
        .contains("\r\nAllow: GET, HEAD\r\n");
    assertThat(answer(browser(port, GET.replace("localhost", "evil.example"))))
        .startsWith("HTTP/1.1 403 ");
    assertThat(answer(browser(port, "nonsense\r\n\r\n"))).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void whyThereIsNoPageStandsInItsPlace() throws Exception {
    int port =
        serve(
            (_, _, _) -> {
              throw new ControllerException(Reason.REFUSED, "no master of Spark runs", "apply");
            },
            1);

    assertThat(answer(browser(port, GET)))
        .startsWith("HTTP/1.1 502 ")
        .endsWith("plumb: no master of Spark runs → apply\n");
  }

  @Test
  void halfOfAPageDoesNotEndLikeAWholeOne() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    int port =
        serve(
            (_, _, pieces) -> {
              pieces.accept(bytes(OK + "half"));
              await(read);
              throw new ControllerException(Reason.LOST, "the controller went away", "");
            },
            1);
    Socket browser = browser(port, GET);
    assertThat(browser.getInputStream().readNBytes(OK.length() + 4)).endsWith((byte) 'f');
    read.countDown();

    assertThatThrownBy(() -> answer(browser)).isInstanceOf(SocketException.class);
  }

  @Test
  void whoLeavesEndsItsPage() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    int port =
        serve(
            (_, _, pieces) -> {
              try {
                while (true) {
                  pieces.accept(bytes("x".repeat(10_000)));
                }
              } finally {
                ended.countDown();
              }
            },
            1);
    Socket browser = browser(port, GET);
    assertThat(browser.getInputStream().read()).isPositive();
    browser.close();

    assertThat(ended.await(MILLIS, TimeUnit.MILLISECONDS)).isTrue();
  }

  @Test
  void moreThanThereAreSlotsForWait() throws Exception {
    Semaphore begun = new Semaphore(0);
    CountDownLatch go = new CountDownLatch(1);
    int port =
        serve(
            (_, _, pieces) -> {
              begun.release();
              await(go);
              pieces.accept(bytes(OK));
            },
            1);
    Socket first = browser(port, GET);
    Socket second = browser(port, GET);
    begun.acquire();
    assertThat(begun.tryAcquire()).isFalse();
    go.countDown();

    assertThat(answer(first)).isEqualTo(OK);
    assertThat(answer(second)).isEqualTo(OK);
  }

  @Test
  void thousandsOfConnectionsAreTurnedAwayInWords() throws Exception {
    int port = serve((_, _, pieces) -> pieces.accept(bytes(OK)), 1);
    for (int i = 0; i < Door.MOST; i++) {
      var _ = browser(port, "GET /x"); // And never the end of it.
    }
    assertThat(answer(browser(port, GET)))
        .startsWith("HTTP/1.1 503 ")
        .contains(Door.MOST + " connections are open already");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
