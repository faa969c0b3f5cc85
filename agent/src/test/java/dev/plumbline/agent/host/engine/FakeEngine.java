package dev.plumbline.agent.host.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens on a socket, and answers each request with the bytes that it was told to. */
final class FakeEngine implements AutoCloseable {
  private static final String LENGTH = "Content-Length: ";

  private final ServerSocketChannel server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  FakeEngine(Path socket) throws IOException {
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    answers.put(
        "GET /_ping", "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 2\r\n\r\nOK");
    Thread.ofVirtual().start(this::serve);
  }

  /**
   * @param request its first two words
   * @param bytes the whole answer; empty to close the connection
   */
  FakeEngine answer(String request, String bytes) {
    answers.put(request, bytes);
    return this;
  }

  /** The requests so far, each as its first two words. */
  List<String> requests() {
    return requests;
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      return; // The test is over.
    }
  }

  private void serve(SocketChannel channel) {
    try (SocketChannel client = channel) {
      InputStream in = Channels.newInputStream(client);
      String[] first = HttpReply.line(in).split(" ", 3);
      int length = 0;
      for (String header = HttpReply.line(in); !header.isEmpty(); header = HttpReply.line(in)) {
        if (header.startsWith(LENGTH)) {
          length = Integer.parseInt(header.substring(LENGTH.length()));
        }
      }
      in.readNBytes(length); // Whoever still writes must not find the connection closed.
      String request = first[0] + " " + first[1];
      requests.add(request);
      String answer = answers.get(request);
      if (answer == null) {
        in.readAllBytes(); // Says nothing until the other side has gone.
        return;
      }
      client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return; // The other side went away first.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
