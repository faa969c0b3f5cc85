package dev.plumbline.agent.host.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a request carries.
 *
 * @param length bytes
 */
record RequestBody(String type, long length, Sending sending) {
  private static final int PIECE = 1 << 20;

  /** Writes all of it. */
  @FunctionalInterface
  interface Sending {
    void to(SocketChannel channel) throws IOException;
  }

  static RequestBody of(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new RequestBody(
        "application/json", bytes.length, channel -> write(channel, ByteBuffer.wrap(bytes)));
  }

  static RequestBody of(Path file) throws IOException {
    return new RequestBody("application/x-tar", Files.size(file), channel -> copy(file, channel));
  }

  void send(SocketChannel channel) throws IOException {
    sending.to(channel);
  }

  static void write(SocketChannel channel, ByteBuffer rest) throws IOException {
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  private static void copy(Path file, SocketChannel channel) throws IOException {
    ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
    try (FileChannel in = FileChannel.open(file)) {
      while (in.read(piece.clear()) >= 0) {
        write(channel, piece.flip());
      }
    }
  }
}
