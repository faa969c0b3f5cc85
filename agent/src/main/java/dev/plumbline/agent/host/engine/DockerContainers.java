package dev.plumbline.agent.host.engine;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.containers.ContainerPlan;
import dev.plumbline.resources.host.containers.ContainerStatus;
import dev.plumbline.resources.host.containers.Containers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The containers and images of this machine's Docker engine. */
public final class DockerContainers implements Containers {
  private static final Duration TO_START = Duration.ofMinutes(2);
  private static final Duration TO_LOAD = Duration.ofMinutes(10);
  private static final Duration TO_PULL = Duration.ofMinutes(30);
  private static final int CONFLICT = 409;
  private final EngineSocket engine;

  /**
   * @param socket where the engine listens
   */
  public DockerContainers(Path socket) {
    this.engine = new EngineSocket(socket);
  }

  @Override
  public Optional<ContainerStatus> find(String name) throws Failure {
    EngineReply reply = engine.get("/containers/" + name + "/json");
    return reply.notFound()
        ? Optional.empty()
        : Optional.of(
            ContainerForm.read(name, reply.orFail("look at the container " + name).answer()));
  }

  @Override
  public OptionalInt published(String name, int port) throws Failure {
    EngineReply reply = engine.get("/containers/" + name + "/json");
    return reply.notFound()
        ? OptionalInt.empty()
        : ContainerForm.published(reply.orFail("look at the container " + name).answer(), port);
  }

  @Override
  public void run(ContainerPlan plan) throws Failure {
    engine
        .post("/containers/create?name=" + plan.name(), ContainerForm.write(plan).json())
        .orFail("make the container " + plan.name());
    try {
      start(plan.name());
    } catch (Failure failure) {
      remove(plan.name());
      throw failure;
    }
  }

  @Override
  public void start(String name) throws Failure {
    engine
        .call("POST", "/containers/" + name + "/start", "", TO_START)
        .orFail("start the container " + name);
  }

  @Override
  public void remove(String name) throws Failure {
    EngineReply reply =
        engine.call("DELETE", "/containers/" + name + "?force=true&v=true", "", TO_START);
    boolean going =
        reply.status() == CONFLICT && reply.message().contains("is already in progress");
    if (going) {
      Waiting.within(TO_START, () -> find(name).isEmpty());
    } else if (!reply.notFound()) {
      reply.orFail("remove the container " + name);
    }
  }

  @Override
  public Optional<String> image(String name) throws Failure {
    EngineReply reply = engine.get("/images/" + name + "/json");
    return reply.notFound()
        ? Optional.empty()
        : Optional.of(reply.orFail("look at the image " + name).answer().text("Id"));
  }

  @Override
  public void load(Path archive) throws Failure {
    EngineReply reply = engine.upload("/images/load?quiet=1", archive, TO_LOAD);
    String remedy = "see that it is what 'docker save' writes, and that its disk is not full";
    reply.orFail("load an image", remedy);
    refuse(reply, "load an image", remedy);
  }

  @Override
  public void pull(String name, Progress progress) throws Failure {
    progress.now("fetching the image " + name);
    int colon = name.lastIndexOf(':');
    boolean tagged = colon > name.lastIndexOf('/');
    String image = tagged ? name.substring(0, colon) : name;
    String query =
        "/images/create?fromImage="
            + URLEncoder.encode(image, StandardCharsets.UTF_8)
            + "&tag="
            + (tagged ? name.substring(colon + 1) : "latest");
    String remedy =
        "see that the node reaches the registry, or say `archive`, a file with the image";
    EngineReply reply = engine.call("POST", query, "", TO_PULL);
    reply.orFail("fetch the image " + name, remedy);
    refuse(reply, "fetch the image " + name, remedy);
  }

  /** An answer of many lines begins before the engine knows how it ends. */
  private static void refuse(EngineReply reply, String tried, String remedy) throws Failure {
    for (String line : reply.body().lines().filter(each -> each.contains("\"error\"")).toList()) {
      String why = new EngineReply(reply.status(), "", line).answer().text("error");
      throw new Failure("the Docker engine cannot " + tried + ": " + why, remedy);
    }
  }
}
