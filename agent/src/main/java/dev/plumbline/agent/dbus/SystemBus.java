package dev.plumbline.agent.dbus;

import dev.plumbline.agent.dbus.wire.Message;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The machine's bus. Connects when it is first used, and again after the bus was lost. */
public final class SystemBus {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private final Path socket;
  private @Nullable Connection connection;

  /**
   * @param socket where the bus listens, on a node {@code /run/dbus/system_bus_socket}
   */
  public SystemBus(Path socket) {
    this.socket = socket;
  }

  List<?> call(Target target, String method, String signature, Object... arguments)
      throws Failure, BusErrorException {
    try {
      return connection().call(target, method, signature, List.of(arguments), TIMEOUT);
    } catch (IOException e) {
      throw new Failure(
          "cannot call " + method + " of " + target.service() + " over D-Bus: " + e.getMessage(),
          "look whether dbus and systemd are well on the node (systemctl status dbus)",
          e);
    }
  }

  /** Calls a method whose errors are failures; the service's own words say why. */
  List<?> mustCall(Target target, String method, String signature, Object... arguments)
      throws Failure {
    try {
      return call(target, method, signature, arguments);
    } catch (BusErrorException e) {
      throw new Failure(
          method + " of " + target.service() + " failed: " + e.getMessage(),
          "look into the journal of the node (journalctl -e)",
          e);
    }
  }

  /**
   * Hears the signals that match a rule until it is closed.
   *
   * @param rule a match rule of the D-Bus specification
   */
  Listening listen(String rule, Consumer<Message> listener) throws Failure {
    Connection heard;
    try {
      heard = connection();
    } catch (IOException e) {
      throw new Failure(
          "cannot listen on the D-Bus: " + e.getMessage(),
          "look whether dbus is well on the node (systemctl status dbus)",
          e);
    }
    heard.listen(listener);
    mustCall(Target.BUS, "AddMatch", "s", rule);
    return () -> {
      heard.ignore(listener);
      mustCall(Target.BUS, "RemoveMatch", "s", rule);
    };
  }

  /** A running subscription. */
  interface Listening extends AutoCloseable {
    @Override
    void close() throws Failure;
  }

  private synchronized Connection connection() throws IOException {
    Connection open = connection;
    if (open == null || !open.isOpen()) {
      try {
        open = Connection.open(socket);
      } catch (BusErrorException e) {
        throw new IOException(e.getMessage(), e);
      }
      connection = open;
    }
    return open;
  }
}
