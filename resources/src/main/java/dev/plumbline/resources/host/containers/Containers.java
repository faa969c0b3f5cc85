package dev.plumbline.resources.host.containers;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The containers and images of a node's Docker engine. See that the engine runs before asking: its
 * socket would start it.
 */
public interface Containers {
  /** The container with exactly that name. */
  Optional<ContainerStatus> find(String name) throws Failure;

  /**
   * The port of this machine's 127.0.0.1 that leads to a TCP port of a container; empty if none
   * does, or the container does not run.
   */
  OptionalInt published(String name, int port) throws Failure;

  /**
   * Makes a container and starts it. One that cannot be started is removed again, and the failure
   * says why.
   */
  void run(ContainerPlan plan) throws Failure;

  /** Starts a container that has ended. */
  void start(String name) throws Failure;

  /** Ends a container and removes it with what it wrote. One that is not there is fine. */
  void remove(String name) throws Failure;

  /** The id of an image; empty if the engine does not have it. */
  Optional<String> image(String name) throws Failure;

  /** Takes in an archive as {@code docker save} writes it. */
  void load(Path archive) throws Failure;

  /** Fetches an image from its registry. */
  void pull(String name, Progress progress) throws Failure;
}
