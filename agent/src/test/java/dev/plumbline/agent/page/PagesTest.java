package dev.plumbline.agent.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Question QUESTION = new Question(false, "/jobs/", "localhost", "", "");
  private static final Optional<String> MASTER = Optional.empty();
  private final List<Socket> browsers = new ArrayList<>();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    for (Socket browser : browsers) {
      browser.close();
    }
  }

  private Pages pages() {
    return TestPages.of(
        Map.of(
            "plumbline-spark-master:8080",
            server.getLocalPort(),
            "plumbline-job-7:4040",
            server.getLocalPort()));
  }

  private Socket asked() throws IOException {
    Socket browser = server.accept();
    browsers.add(browser);
    return browser;
  }

  /** Asks in a thread of its own. */
  private static CompletableFuture<String> ask(Pages pages, Optional<String> job, Gathered answer) {
    CompletableFuture<String> done = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            pages.ask(job, QUESTION, answer);
            done.complete(answer.text());
          } catch (Failure | InterruptedException e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  @Test
  void handsOnWhatTheDriversPageAnswersAsItIs() throws Exception {
    CompletableFuture<String> answer = ask(pages(), Optional.of("7"), new Gathered());
    try (Socket browser = asked()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(browser.getInputStream(), StandardCharsets.US_ASCII));
      assertThat(in.readLine()).isEqualTo("GET /jobs/ HTTP/1.0");
      browser
          .getOutputStream()
          .write("HTTP/1.1 404 Not Found\r\n\r\nno".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("HTTP/1.1 404 Not Found\r\n\r\nno");
  }

  @Test
  void whatIsNoPageOfSparkIsNeverAsked() {
    assertThatThrownBy(() -> pages().ask(Optional.of("8"), QUESTION, new Gathered()))
        .isInstanceOf(Failure.class)
        .hasMessage("no driver of job 8 runs");
    assertThatThrownBy(() -> TestPages.none().ask(MASTER, QUESTION, new Gathered()))
        .isInstanceOf(Failure.class)
        .hasMessage("no master of Spark runs");
  }

  @Test
  void aPageThatDoesNotListenIsSaid() throws IOException {
    Pages pages = pages();
    server.close();
    assertThatThrownBy(() -> pages.ask(MASTER, QUESTION, new Gathered()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("does not answer: Connection refused");
  }

  @Test
  void whoLeavesEndsTheConnectionAlthoughThePageSaysNothing() throws Exception {
    Gathered answer = new Gathered();
    CompletableFuture<String> asked = ask(pages(), MASTER, answer);
    Socket browser = asked();
    browser.setSoTimeout(TestPages.SILENCE_MILLIS / 2);
    byte[] start = browser.getInputStream().readNBytes("GET /jobs/".length());
    assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("GET /jobs/");

    answer.over.complete(null);
    var _ = browser.getInputStream().readAllBytes(); // Ends, before any time is over.
    assertThatThrownBy(() -> asked.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  void soManyAtOnceAndNoMore() throws Exception {
    Pages pages = pages();
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < Pages.MOST; i++) {
      all.add(ask(pages, MASTER, new Gathered()));
      asked();
    }
    assertThatThrownBy(() -> pages.ask(MASTER, QUESTION, new Gathered()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(Pages.MOST + " pages of Spark are on their way");

    for (Socket browser : browsers) {
      browser.close();
    }
    for (CompletableFuture<String> each : all) {
      var _ = each.handle((_, _) -> "over").get(30, TimeUnit.SECONDS);
    }
    CompletableFuture<String> again = ask(pages, MASTER, new Gathered());
    asked().shutdownOutput();
    assertThat(again.get(30, TimeUnit.SECONDS)).isEmpty();
  }
}
