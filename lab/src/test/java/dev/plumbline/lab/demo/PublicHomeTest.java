package dev.plumbline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicHomeTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
  }

  @AfterEach
  void close() throws IOException {
    end.countDown();
    server.close();
  }

  private PublicHome home(Duration whole) {
    return new PublicHome("http://127.0.0.1:" + server.getLocalPort() + "/", whole);
  }

  /** Answers once, and then says nothing until the test is over. */
  private void answers(String bytes) {
    Thread.ofVirtual()
        .start(() -> {
          try (Socket visitor = server.accept()) {
            byte[] _ = visitor.getInputStream().readNBytes("GET /file HTTP/1.1".length());
            visitor.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            end.await();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Test
  void aWholeFileComes() throws IOException {
    answers("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfour");
    assertThat(home(Duration.ofMinutes(5)).read("file")).asString().isEqualTo("four");
  }

  @Test
  void halfOfAFileThatStandsStillIsGivenUp() {
    answers("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour");
    assertThatThrownBy(() -> home(Duration.ofSeconds(1)).read("file"))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("/file did not come within 1 s");
  }

  @Test
  void whoDoesNotListenAndWhatIsNotThereIsSaid() throws IOException {
    answers("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    assertThatThrownBy(() -> home(Duration.ofMinutes(5)).read("file"))
        .hasMessageEndingWith("/file answered 404");
    server.close();
    assertThatThrownBy(() -> home(Duration.ofMinutes(5)).read("file"))
        .hasMessage("no answer from 127.0.0.1");
  }
}
