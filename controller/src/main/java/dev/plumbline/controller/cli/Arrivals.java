package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.Status;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Waits for agents that are on their way to the controller. */
final class Arrivals {
  /** A little more than an agent's longest pause between two attempts to reconnect. */
  static final long TO_RECONNECT_MS = 7_000;

  /** An agent that was just started, on a machine that has better to do. */
  static final long TO_BEGIN_MS = 60_000;

  private static final long PAUSE_MS = 100;

  private final Controller controller;
  private final Screen screen;
  private final LongSupplier clockMs;

  Arrivals(Controller controller, Screen screen, LongSupplier clockMs) {
    this.controller = controller;
    this.screen = screen;
    this.clockMs = clockMs;
  }

  /** The nodes among these whose agent the controller has seen before. */
  Set<String> known(Collection<String> nodes) {
    return select(nodes, node -> !node.build().isEmpty());
  }

  /**
   * Waits until all of these are connected.
   *
   * @return those that are
   */
  Set<String> await(Collection<String> nodes, long patienceMs) {
    long deadline = clockMs.getAsLong() + patienceMs;
    while (true) {
      Set<String> connected = select(nodes, Status.Node::connected);
      if (connected.containsAll(nodes) || clockMs.getAsLong() > deadline) {
        return connected;
      }
      nodes.stream()
          .filter(node -> !connected.contains(node))
          .forEach(node -> screen.working(node, "waiting for the agent to connect"));
      pause();
    }
  }

  private Set<String> select(Collection<String> nodes, Predicate<Status.Node> predicate) {
    Set<String> selected = new HashSet<>();
    controller.status(
        false,
        status -> {
          for (Status.Node node : status.nodes()) {
            if (nodes.contains(node.name()) && predicate.test(node)) {
              selected.add(node.name());
            }
          }
        });
    return selected;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.of("interrupted while waiting for agents", "", e);
    }
  }
}
