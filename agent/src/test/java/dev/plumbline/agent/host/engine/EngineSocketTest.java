package dev.plumbline.agent.host.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.engine.EngineNetwork;
import dev.plumbline.resources.host.engine.SwarmStanding;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSocketTest {
  @TempDir private Path directory;
  private Path path;
  private FakeEngine fake;
  private EngineSocket engine;

  @BeforeEach
  void listen() throws IOException {
    path = directory.resolve("s");
    fake = new FakeEngine(path);
    engine = new EngineSocket(path);
  }

  @AfterEach
  void close() throws IOException {
    fake.close();
  }

  private static String ok(String body) {
    return reply("200 OK", body);
  }

  private static String reply(String status, String body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @Test
  void asksInTheVersionThatTheEngineHas() throws Failure {
    fake.answer("GET /v1.41/x", ok("{\"a\":\"b\"}"));

    assertThat(engine.get("/x").answer().text("a")).isEqualTo("b");
    assertThat(engine.get("/x").succeeded()).isTrue();
    assertThat(fake.requests()).containsExactly("GET /_ping", "GET /v1.41/x", "GET /v1.41/x");
  }

  @Test
  void followsAnEngineThatWasReplaced() throws Failure {
    fake.answer("GET /v1.41/x", ok("{}"));
    engine.get("/x");
    fake.answer("GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: 1.51\r\nContent-Length: 2\r\n\r\nOK")
        .answer(
            "GET /v1.41/x",
            reply("400 Bad Request", "{\"message\":\"client version 1.41 is too old\"}"))
        .answer("GET /v1.51/x", ok("{\"n\":1}"));

    assertThat(engine.get("/x").answer().text("n")).isEqualTo("1");
  }

  @Test
  void readsChunksAndAnswersWithoutLength() throws Failure {
    fake.answer(
            "GET /v1.41/chunks",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\n{\"a\"\r\n6\r\n:\"bc\"}\r\n0\r\n\r\n")
        .answer("GET /v1.41/open", "HTTP/1.1 200 OK\r\n\r\n{\"a\":\"d\"}");

    assertThat(engine.get("/chunks").answer().text("a")).isEqualTo("bc");
    assertThat(engine.get("/open").answer().text("a")).isEqualTo("d");
  }

  @Test
  void anAnswerThatBreaksOffIsAFailure() {
    fake.answer("GET /v1.41/length", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a\"")
        .answer(
            "GET /v1.41/chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"a\"")
        .answer("GET /v1.41/nothing", "")
        .answer("GET /v1.41/other", "SSH-2.0-OpenSSH_9.2\r\n\r\n")
        .answer("GET /v1.41/text", ok("not json"));

    assertThatThrownBy(() -> engine.get("/length")).hasMessageContaining("in the middle");
    assertThatThrownBy(() -> engine.get("/chunk")).hasMessageContaining("in the middle");
    assertThatThrownBy(() -> engine.get("/nothing")).hasMessageContaining("closed the connection");
    assertThatThrownBy(() -> engine.get("/other")).hasMessageContaining("does not speak HTTP");
    assertThatThrownBy(() -> engine.get("/text").answer()).hasMessageContaining("is not JSON");
  }

  @Test
  void anEngineThatSaysNothingIsGivenUp() throws Failure {
    assertThat(engine.answers()).isTrue();
    assertThatThrownBy(() -> engine.call("GET", "/silence", "", Duration.ofMillis(50)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no answer within");
  }

  @Test
  void nobodyOnTheSocketIsNoFailureOfAnswers() throws Exception {
    assertThat(new EngineSocket(directory.resolve("none")).answers()).isFalse();
    assertThatThrownBy(() -> new EngineSocket(directory.resolve("none")).get("/x"))
        .hasMessageContaining("nobody listens on its socket");
    Path left = directory.resolve("left");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(left));
    }
    assertThat(left).exists();
    assertThat(new EngineSocket(left).answers()).isFalse();
  }

  @Test
  void refusalsAreToldInTheEnginesOwnWords() {
    fake.answer(
        "GET /v1.41/x",
        reply(
            "500 Internal Server Error",
            "{\"message\":\"rpc error: code = Unknown desc = the swarm is tired\"}"));

    assertThatThrownBy(() -> engine.get("/x").orFail("rest"))
        .hasMessage("the Docker engine cannot rest: the swarm is tired");
  }

  @Test
  void knowsItsPlaceInASwarmByTheWordsOfARefusal() throws Failure {
    DockerEngine docker = new DockerEngine(path, InstantSource.system());
    fake.answer(
        "GET /v1.41/swarm",
        reply(
            "503 Service Unavailable",
            "{\"message\":\"This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.\"}"));
    assertThat(docker.swarm()).isEqualTo(new SwarmStanding.Working());

    fake.answer(
        "GET /v1.41/swarm",
        reply(
            "503 Service Unavailable",
            "{\"message\":\"This node is not a swarm manager. Use \\\"docker swarm init\\\" or \\\"docker swarm join\\\" to connect this node to swarm and try again.\"}"));
    assertThat(docker.swarm()).isEqualTo(new SwarmStanding.Outside());

    fake.answer(
        "GET /v1.41/swarm",
        reply(
            "503 Service Unavailable",
            "{\"message\":\"Swarm is encrypted and needs to be unlocked before it can be used.\"}"));
    assertThat(docker.swarm()).isInstanceOf(SwarmStanding.Troubled.class);

    fake.answer(
        "GET /v1.41/swarm",
        ok("{\"ID\":\"c\",\"JoinTokens\":{\"Worker\":\"w\",\"Manager\":\"m\"}}"));
    assertThat(docker.swarm())
        .isInstanceOfSatisfying(
            SwarmStanding.Managing.class,
            manager -> {
              assertThat(manager.cluster()).isEqualTo("c");
              assertThat(manager.workerToken().value()).contains("w");
              assertThat(manager.toString()).doesNotContain("=w", "=m");
            });
  }

  @Test
  void aNewNetworkIsThereWhenTheSwarmHasGivenItItsDriver() throws Exception {
    DockerEngine docker = new DockerEngine(path, InstantSource.system());
    String list = "GET /v1.41/networks?filters=%7B%22name%22%3A%5B%22n%22%5D%7D";
    fake.answer("POST /v1.41/networks/create", reply("201 Created", "{\"Id\":\"i\"}"))
        .answer(list, ok("[{\"Id\":\"i\",\"Name\":\"n\",\"Driver\":\"\",\"Scope\":\"swarm\"}]"));
    CompletableFuture<Void> made =
        CompletableFuture.runAsync(() -> {
          try {
            docker.createNetwork(
                new EngineNetwork(
                    "",
                    "n",
                    "overlay",
                    true,
                    true,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of()));
          } catch (Failure failure) {
            throw new CompletionException(failure);
          }
        });
    while (!made.isDone() && !fake.requests().contains(list)) {
      Thread.onSpinWait();
    }
    assertThat(made).isNotDone();

    fake.answer(
        list, ok("[{\"Id\":\"i\",\"Name\":\"n\",\"Driver\":\"overlay\",\"Scope\":\"swarm\"}]"));
    made.get();
  }
}
