package dev.plumbline.agent.host.engine;

import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.host.engine.SwarmDetails;
import dev.plumbline.resources.host.engine.SwarmEntrance;
import dev.plumbline.resources.host.engine.SwarmInvitation;
import dev.plumbline.resources.host.engine.SwarmStanding;
import java.time.Duration;
import java.util.Locale;

/** The part of the API that is about the node's own place in a swarm. */
final class SwarmApi {
  private static final Duration MOVE = Duration.ofSeconds(90);
  private static final Duration TROUBLE = Duration.ofSeconds(10);
  private static final Duration SETTLE = Duration.ofSeconds(30);
  private static final String EVERYWHERE = "0.0.0.0:2377";

  private final EngineSocket engine;

  SwarmApi(EngineSocket engine) {
    this.engine = engine;
  }

  SwarmStanding standing() throws Failure {
    SwarmStanding standing = ask();
    if (standing instanceof SwarmStanding.Troubled troubled && SwarmWords.mayPass(troubled)) {
      Waiting.within(TROUBLE, () -> !(ask() instanceof SwarmStanding.Troubled));
      standing = ask();
    }
    return standing;
  }

  private SwarmStanding ask() throws Failure {
    EngineReply reply = engine.get("/swarm");
    if (!reply.succeeded()) {
      return SwarmWords.standing(reply);
    }
    Answer swarm = reply.answer();
    return new SwarmStanding.Managing(
        swarm.text("ID"),
        Secret.of(swarm.text("JoinTokens", "Worker")),
        Secret.of(swarm.text("JoinTokens", "Manager")));
  }

  SwarmDetails details() throws Failure {
    Answer info = engine.get("/info").orFail("say how it is").answer();
    Answer swarm = info.find("Swarm").orElse(info);
    return new SwarmDetails(
        state(swarm.text("LocalNodeState")),
        swarm.text("NodeID"),
        swarm.text("NodeAddr"),
        swarm.text("Error"),
        swarm.items("RemoteManagers").stream().map(manager -> manager.text("Addr")).toList());
  }

  private static SwarmDetails.State state(String word) throws Failure {
    try {
      return word.isEmpty()
          ? SwarmDetails.State.INACTIVE
          : SwarmDetails.State.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Failure(
          "the Docker engine says that its place in the swarm is '" + word + "'",
          "look at it with 'docker info' on the node",
          e);
    }
  }

  void init(SwarmEntrance entrance) throws Failure {
    EngineReply reply = engine.call("POST", "/swarm/init", entrance(entrance).json(), MOVE);
    if (!reply.succeeded()) {
      throw SwarmWords.failure("make a swarm", reply.message());
    }
    settle("make a swarm", () -> standing() instanceof SwarmStanding.Managing);
  }

  void join(SwarmEntrance entrance, SwarmInvitation invitation) throws Failure {
    String token =
        invitation
            .token()
            .value()
            .orElseThrow(() ->
                new Failure(
                    "the token of the swarm is not at hand on this node",
                    "run 'plumb apply' again: it brings the token along"));
    Tree.Writer body =
        entrance(entrance).texts("RemoteAddrs", invitation.managers()).text("JoinToken", token);
    EngineReply reply = engine.call("POST", "/swarm/join", body.json(), MOVE);
    if (!reply.succeeded()) {
      Failure failure = SwarmWords.failure("join the swarm", reply.message());
      giveUp(failure);
      throw failure;
    }
    settle(
        "join the swarm",
        () ->
            switch (ask()) {
              case SwarmStanding.Managing _ -> true;
              case SwarmStanding.Working _ -> details().state() == SwarmDetails.State.ACTIVE;
              case SwarmStanding.Outside _, SwarmStanding.Troubled _ -> false;
            });
  }

  /** An engine that could not join in time goes on trying. */
  private void giveUp(Failure failure) {
    try {
      if (details().state() != SwarmDetails.State.INACTIVE) {
        leave(true);
      }
    } catch (Failure second) {
      failure.addSuppressed(second);
    }
  }

  void leave(boolean force) throws Failure {
    EngineReply reply = engine.call("POST", "/swarm/leave?force=" + force, "", MOVE);
    if (!reply.succeeded() && !SwarmWords.isOutside(reply.message())) {
      throw SwarmWords.failure("leave the swarm", reply.message());
    }
    settle("leave the swarm", () -> ask() instanceof SwarmStanding.Outside);
  }

  private static void settle(String tried, Waiting.Condition condition) throws Failure {
    if (!Waiting.within(SETTLE, condition)) {
      throw SwarmWords.failure(tried, "it is not done after " + SETTLE.toSeconds() + " s");
    }
  }

  private static Tree.Writer entrance(SwarmEntrance entrance) {
    return new Tree.Writer()
        .text("ListenAddr", entrance.listen().orElse(EVERYWHERE))
        .text("AdvertiseAddr", entrance.advertise().orElse(""));
  }
}
