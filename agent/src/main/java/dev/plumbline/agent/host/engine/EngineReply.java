package dev.plumbline.agent.host.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.codec.JsonReader;

/**
 * What the engine answers.
 *
 * @param version of its API
 */
record EngineReply(int status, String version, String body) {
  boolean succeeded() {
    return status >= 200 && status < 300;
  }

  boolean notFound() {
    return status == 404;
  }

  /** Why the engine did not do it, in its own words, without those of the layers below. */
  String message() {
    String message = body.strip();
    try {
      message = answer().text("message");
    } catch (Failure notJson) {
      message = message.isEmpty() ? "HTTP " + status : message;
    }
    return message.replaceFirst("^(rpc error: code = \\w+ desc = )+", "");
  }

  Answer answer() throws Failure {
    try {
      return new Answer(JsonReader.read(body, "the Docker engine"));
    } catch (IllegalArgumentException e) {
      throw new Failure(
          "the Docker engine answers what is not JSON: " + e.getMessage(),
          "see that the socket is the engine's own",
          e);
    }
  }

  /**
   * @param tried what was asked for: "list the nodes of the swarm"
   */
  EngineReply orFail(String tried) throws Failure {
    return orFail(tried, "look at it with 'journalctl -e -u docker' on the node");
  }

  EngineReply orFail(String tried, String remedy) throws Failure {
    if (!succeeded()) {
      throw new Failure("the Docker engine cannot " + tried + ": " + message(), remedy);
    }
    return this;
  }
}
