package dev.plumbline.controller;

import dev.plumbline.controller.rpc.agents.AgentServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Finds the port for agents: the one that was asked for and no other; else the one of last time,
 * because agents dial it; else 7433 or the next free one.
 */
final class AgentPort {
  private static final int FIRST = 7433;
  private static final int TRIED = 100;

  private final String listen;
  private final Consumer<String> log;

  AgentPort(String listen, Consumer<String> log) {
    this.listen = listen;
    this.log = log;
  }

  AgentServer open(
      OptionalInt wanted,
      Optional<Integer> lastTime,
      AgentServer.Prepared prepared,
      AgentServer.Behind behind)
      throws IOException {
    List<Integer> candidates = new ArrayList<>();
    if (wanted.isPresent()) {
      candidates.add(wanted.getAsInt());
    } else {
      lastTime.ifPresent(candidates::add);
      for (int port = FIRST; port < FIRST + TRIED; port++) {
        candidates.add(port);
      }
    }
    IOException last = new IOException("no port was tried");
    for (int port : candidates) {
      try {
        AgentServer server = AgentServer.start(address(port), prepared, behind);
        if (lastTime.filter(before -> before != server.port()).isPresent()) {
          log.accept(
              "agents dial port "
                  + lastTime.get()
                  + ", which is not ours now; they are told of port "
                  + server.port()
                  + " by the next plumb apply");
        }
        return server;
      } catch (IOException e) {
        last = e;
      }
    }
    throw new IOException(
        "cannot listen for agents on "
            + (candidates.size() == 1
                ? "port " + candidates.getFirst()
                : "any port from " + FIRST + " to " + (FIRST + TRIED - 1))
            + ": "
            + last.getMessage()
            + "; 'ss -ltnp' says who has it, such as the controller of another inventory: end that"
            + " one, or name another port (controller: {port: …})",
        last);
  }

  private InetSocketAddress address(int port) {
    return listen.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(listen, port);
  }
}
