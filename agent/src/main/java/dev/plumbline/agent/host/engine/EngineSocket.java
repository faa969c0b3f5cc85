package dev.plumbline.agent.host.engine;

import dev.plumbline.resources.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Requests to the engine, in the version of the API that it prefers. */
final class EngineSocket {
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final int LONGEST_BODY = 32 << 20;
  private static final int BAD_REQUEST = 400;

  private final Path socket;
  private volatile String version = "";

  EngineSocket(Path socket) {
    this.socket = socket;
  }

  EngineReply get(String path) throws Failure {
    return call("GET", path, "", USUAL);
  }

  EngineReply post(String path, String json) throws Failure {
    return call("POST", path, json, USUAL);
  }

  EngineReply delete(String path) throws Failure {
    return call("DELETE", path, "", USUAL);
  }

  /**
   * Posts a file as it is.
   *
   * @param limit from the beginning to the end of the answer
   */
  EngineReply upload(String path, Path file, Duration limit) throws Failure {
    try {
      return exchange(
          "POST", "/v" + version() + path, RequestBody.of(file), limit, EngineSocket::whole);
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /** Asks in the engine's version; in its new one, where it was replaced by one that minds. */
  EngineReply call(String method, String path, String json, Duration limit) throws Failure {
    try {
      EngineReply reply = send(method, "/v" + version() + path, json, limit);
      if (reply.status() == BAD_REQUEST && reply.message().contains("client version")) {
        version = "";
        reply = send(method, "/v" + version() + path, json, limit);
      }
      return reply;
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /** Whether anybody listens, and answers as an engine does. */
  boolean answers() throws Failure {
    try {
      EngineReply reply = send("GET", "/_ping", "", USUAL);
      if (!reply.version().isEmpty()) {
        version = reply.version();
      }
      return reply.succeeded();
    } catch (NotListeningException e) {
      return false;
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  private String version() throws IOException {
    if (version.isEmpty()) {
      EngineReply reply = send("GET", "/_ping", "", USUAL);
      if (reply.version().isEmpty()) {
        throw new IOException("it does not say which API it has");
      }
      version = reply.version();
    }
    return version;
  }

  private Failure trouble(IOException e) {
    return new Failure(
        "cannot talk to the Docker engine at " + socket + ": " + reason(e),
        "see that it runs: 'systemctl status docker' on the node",
        e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private EngineReply send(String method, String path, String json, Duration limit)
      throws IOException {
    return exchange(method, path, RequestBody.of(json), limit, EngineSocket::whole);
  }

  private static EngineReply whole(HttpReply reply) throws IOException {
    return new EngineReply(
        reply.status(),
        reply.headers().getOrDefault("api-version", ""),
        new String(reply.body().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8));
  }

  /**
   * The first line of an answer that goes on.
   *
   * @return empty if it ends before there is one
   */
  Optional<String> firstLine(String path, Duration limit) throws Failure {
    try {
      return exchange(
          "GET",
          "/v" + version() + path,
          RequestBody.of(""),
          limit,
          reply -> {
            byte[] some = reply.body().readNBytes(1);
            return some.length == 0 || reply.status() >= 300
                ? Optional.empty()
                : Optional.of(
                    new String(some, StandardCharsets.UTF_8) + HttpReply.line(reply.body()));
          });
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /** Takes what it wants from an answer. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(HttpReply reply) throws IOException;
  }

  private <T> T exchange(
      String method, String path, RequestBody body, Duration limit, Reading<T> reading)
      throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      connect(channel);
      try (Deadline deadline = Deadline.on(channel, limit)) {
        return exchange(channel, deadline, head(method, path, body), body, limit, reading);
      }
    }
  }

  private static <T> T exchange(
      SocketChannel channel,
      Deadline deadline,
      byte[] head,
      RequestBody body,
      Duration limit,
      Reading<T> reading)
      throws IOException {
    try {
      RequestBody.write(channel, ByteBuffer.wrap(head));
      body.send(channel);
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      return reading.read(HttpReply.read(in));
    } catch (IOException e) {
      throw deadline.passed()
          ? new IOException("no answer within " + limit.toSeconds() + " s", e)
          : e;
    }
  }

  private void connect(SocketChannel channel) throws IOException {
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      String reason = reason(e);
      throw reason.contains("No such file") || reason.contains("refused")
          ? new NotListeningException(e)
          : e;
    }
  }

  private static byte[] head(String method, String path, RequestBody body) {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n"
            + (body.length() == 0 ? "" : "Content-Type: " + body.type() + "\r\n")
            + "Content-Length: "
            + body.length()
            + "\r\n\r\n";
    return head.getBytes(StandardCharsets.US_ASCII);
  }
}
