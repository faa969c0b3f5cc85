package dev.plumbline.controller.contact;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a node can open a connection to the controller, tried before anything is written. */
final class Reach {
  private static final Duration TO_TRY = Duration.ofSeconds(15);

  private Reach() {}

  /** One place where the controller can be dialled. */
  record Endpoint(String host, int port) {
    /** As {@code agent.json} has it: {@code host:port} or {@code [address]:port}. */
    @Override
    public String toString() {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /**
   * Where this node's agent would dial.
   *
   * @param advertise the configured addresses; empty: the address from which the node sees us
   */
  static List<Endpoint> endpoints(List<String> advertise, int port, Probe probe) {
    if (!advertise.isEmpty()) {
      return advertise.stream().map(host -> new Endpoint(host, port)).toList();
    }
    return List.of(new Endpoint(probe.client().orElse("127.0.0.1"), port));
  }

  /**
   * Tries all of them, at most five seconds each and all at once.
   *
   * @throws ContactException if none answers
   */
  static void check(Line line, List<Endpoint> endpoints)
      throws IOException, InterruptedException, ContactException {
    Optional<String> opener = opener(line.probe());
    if (opener.isEmpty()) {
      return; // Whether the agent connects will tell.
    }
    StringBuilder script = new StringBuilder();
    for (Endpoint endpoint : endpoints) {
      script
          .append("( m=$( ( ")
          .append(opener.get().formatted(endpoint.host(), endpoint.port()))
          .append(" ) 2>&1 ) && echo open || echo \"closed: $m\" ) & ");
    }
    script.append("wait");
    Finished tried =
        line.run("/bin/sh -c " + Shell.quoted(script.toString()), Feed.NOTHING, TO_TRY);
    if (tried.out().lines().noneMatch("open"::equals)) {
      throw closed(endpoints, tried);
    }
  }

  private static Optional<String> opener(Probe probe) {
    if (probe.programs().contains("bash") && probe.programs().contains("timeout")) {
      return Optional.of("timeout 5 bash -c 'exec 3<>/dev/tcp/%s/%d'");
    }
    if (probe.programs().contains("python3")) {
      return Optional.of("python3 -c 'import socket; socket.create_connection((\"%s\", %d), 5)'");
    }
    return Optional.empty();
  }

  private static ContactException closed(List<Endpoint> endpoints, Finished tried) {
    List<String> shown = new ArrayList<>();
    endpoints.forEach(endpoint -> shown.add(endpoint.toString()));
    boolean refused = tried.out().contains("refused");
    return ContactException.wrong(
        "the node cannot reach the controller at "
            + String.join(", ", shown)
            + (refused ? ": connection refused" : ": no answer within 5 s"),
        (refused
                ? ""
                : "open TCP port "
                    + endpoints.getFirst().port()
                    + " in this machine's firewall, or ")
            + "set 'controller: {advertise: [ADDRESS]}' in the inventory to an address of this"
            + " machine that the node can reach");
  }
}
