package dev.plumbline.agent.job.mpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real shim and the real socket, with a desk that the test stands behind. */
class RelaySocketTest {
  @TempDir Path directory;
  private final BlockingQueue<RelayRequest> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> uids = new LinkedBlockingQueue<>();
  private final CompletableFuture<Exit> end = new CompletableFuture<>();
  private Path path = Path.of("");

  private final RelayDesk desk =
      (request, uid) -> {
        uids.add(uid);
        asked.add(request);
        if (request.target().equals("nowhere")) {
          throw new Failure("nowhere is no node", "name another");
        }
        return new RelayDesk.Accepted("r1", end);
      };

  private String known = System.getProperty("user.name");

  private final Accounts accounts =
      new Accounts() {
        @Override
        public List<User> users() {
          return List.of(new User(known, 4711, 1, "", "/", "/bin/sh"));
        }

        @Override
        public List<Group> groups() {
          return List.of();
        }
      };

  @BeforeEach
  void path() {
    path = directory.resolve("relay.sock");
  }

  private RelaySocket open() throws Failure {
    return RelaySocket.open(path, desk, accounts);
  }

  private Process shim(String... words) throws IOException, Failure {
    Path shim = directory.resolve("shim");
    Shim.write(shim, path);
    ProcessBuilder builder = new ProcessBuilder(Shim.command(shim).split(" "));
    builder.command().addAll(List.of(words));
    builder.environment().put("PLUMB_JOB_ID", "12");
    return builder.redirectErrorStream(true).start();
  }

  private RelayRequest next() throws InterruptedException {
    RelayRequest next = asked.poll(20, TimeUnit.SECONDS);
    Assertions.assertThat(next).as("a request of the shim").isNotNull();
    return next;
  }

  private static String said(Process shim) throws IOException {
    return new String(shim.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theShimEndsAsItsDaemonEnds() throws Exception {
    try (RelaySocket _ = open()) {
      Process shim = shim("10.0.0.2", " orted", "-mca", "x", "\"a b;c\"", "ü\n");
      assertThat(next())
          .isEqualTo(new RelayRequest("12", "", "10.0.0.2", List.of("-mca", "x", "a b;c", "ü\n")));
      assertThat(uids.poll()).isEqualTo(4711);
      end.complete(Exit.of(205));
      assertThat(shim.waitFor()).isEqualTo(205);
    }
  }

  @Test
  void theShimComesBackWhenTheAgentDoes() throws Exception {
    Process shim;
    try (RelaySocket _ = open()) {
      shim = shim("10.0.0.2", " orted");
      assertThat(next().relay()).isEmpty();
      // Its id has reached it before the agent goes: it is written before anything waits.
      Thread.sleep(500);
      end.cancel(true); // Ends the conversation without an answer, as a dying agent does.
    }
    assertThat(shim.isAlive()).isTrue();
    CompletableFuture<Exit> later = CompletableFuture.completedFuture(Exit.of(3));
    try (RelaySocket _ =
        RelaySocket.open(
            path,
            (request, uid) -> {
              asked.add(request);
              return new RelayDesk.Accepted("r1", later);
            },
            accounts)) {
      assertThat(next().relay()).isEqualTo("r1");
      assertThat(shim.waitFor()).isEqualTo(3);
    }
  }

  @Test
  void aRefusalIsSaidAndEndsTheShim() throws Exception {
    try (RelaySocket _ = open()) {
      Process shim = shim("nowhere", " orted");
      assertThat(said(shim)).isEqualTo("plumbline: nowhere is no node; name another\n");
      assertThat(shim.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void whoIsNotOfThisNodeIsRefusedBeforeAnybodyIsAsked() throws Exception {
    known = "somebody-else";
    try (RelaySocket _ = open()) {
      Process shim = shim("10.0.0.2", " orted");
      assertThat(said(shim)).contains("is no local user of this node");
      assertThat(shim.waitFor()).isEqualTo(1);
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void nothingButOrtedIsAskedFor() throws Exception {
    try (RelaySocket _ = open()) {
      assertThat(said(shim("10.0.0.2", "sh", "-c", "id"))).contains("mpirun asks for 'sh'");
      assertThat(said(shim("10.0.0.2", "(test ! -r ./.profile || . ./.profile; orted)")))
          .contains("not for orted");
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void whatIsNoRequestIsRefused() throws Exception {
    try (RelaySocket _ = open()) {
      for (String wrong :
          List.of("GET / HTTP/1.1\r\n\r\n", "3:999,", "9999:x", "1:4,2:12;", "99999:")) {
        assertThat(answer(wrong)).startsWith("refused what asks for an orted is not our shim");
      }
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void aLongWordIsNotRead() {
    Assertions.assertThatThrownBy(() ->
            RelayRequest.read(
                new ByteArrayInputStream("9000:".getBytes(StandardCharsets.US_ASCII))))
        .isInstanceOf(Failure.class);
  }

  private String answer(String said) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(path));
      channel.write(ByteBuffer.wrap(said.getBytes(StandardCharsets.UTF_8)));
      channel.shutdownOutput();
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
