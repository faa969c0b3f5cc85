package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.rpc.socket.SocketServer;
import io.grpc.ServerInterceptors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/** The control socket: in a directory and a file that only their owner may use. */
public final class ControlServer implements AutoCloseable {
  /** A Unix socket's path is no longer, in bytes (unix(7): 108 with the final zero). */
  private static final int LONGEST = 107;

  private final SocketServer server;

  private ControlServer(SocketServer server) {
    this.server = server;
  }

  /**
   * Listens from now on.
   *
   * @param calls hears when calls begin and end
   */
  public static ControlServer start(
      Path socket, ControlService service, Calls calls, Consumer<String> log) throws IOException {
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new IOException(
          "the path of the control socket is too long: "
              + socket
              + "; set XDG_RUNTIME_DIR to a short path");
    }
    Path directory = socket.toAbsolutePath().getParent();
    if (directory != null && !Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    SocketServer server =
        SocketServer.start(socket, ServerInterceptors.intercept(service, calls), log);
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
    return new ControlServer(server);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
