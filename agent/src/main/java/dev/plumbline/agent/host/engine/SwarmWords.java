package dev.plumbline.agent.host.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.engine.SwarmStanding;
import java.util.List;

/**
 * What the engine means by what it says of its swarm. Its API has no other sign for these states;
 * the words are the same from Docker 17 on.
 */
final class SwarmWords {
  private static final String OUTSIDE = "Use \"docker swarm init\" or \"docker swarm join\"";
  private static final String NOT_PART = "not part of a swarm";
  private static final String WORKER = "Worker nodes can't be used";
  private static final List<String> LASTING =
      List.of("needs to be unlocked", "certificates have expired");
  private static final String PORTS =
      "open TCP 2377, TCP and UDP 7946 and UDP 4789 between the nodes, and see that the clocks of the nodes agree";

  private SwarmWords() {}

  /** The answer of an engine that does not manage a swarm. */
  static SwarmStanding standing(EngineReply refusal) {
    String message = refusal.message();
    if (message.contains(WORKER)) {
      return new SwarmStanding.Working();
    }
    return isOutside(message) ? new SwarmStanding.Outside() : new SwarmStanding.Troubled(message);
  }

  static boolean isOutside(String message) {
    return message.contains(OUTSIDE) || message.contains(NOT_PART);
  }

  /** Whether a trouble may be one of an engine that has just started, or changes its role. */
  static boolean mayPass(SwarmStanding.Troubled troubled) {
    return LASTING.stream().noneMatch(troubled.message()::contains);
  }

  static Failure failure(String tried, String message) {
    return new Failure("the Docker engine cannot " + tried + ": " + message, remedy(message));
  }

  private static String remedy(String message) {
    if (message.contains("could not choose an IP address")
        || message.contains("must specify a listening address")
        || message.contains("could not be detected")) {
      return "say in the inventory which address the others reach it under: swarm: {advertise: …}";
    }
    if (message.contains("valid join token")) {
      return "run 'plumb apply' again: the token was changed meanwhile";
    }
    if (message.contains("does not match fingerprint")) {
      return "see which swarm answers at that address: it is not the one that the token is for";
    }
    if (message.contains("live-restore")) {
      return "take live-restore out of docker: {daemon: …} and out of daemon.json";
    }
    if (message.contains("Timeout was reached")
        || message.contains("connection error")
        || message.contains("Unavailable")
        || message.contains("context deadline exceeded")) {
      return PORTS;
    }
    return "look at it with 'journalctl -e -u docker' on the node";
  }
}
