package dev.plumbline.lab.api;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.engine.Engines;
import dev.plumbline.lab.engine.Labels;
import dev.plumbline.lab.inventory.LocalInventory;
import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.Parallel;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import dev.plumbline.lab.machine.StateLock;
import dev.plumbline.lab.node.Archives;
import dev.plumbline.lab.node.NestedCgroups;
import dev.plumbline.lab.node.NodeContainer;
import dev.plumbline.lab.node.NodePlace;
import dev.plumbline.lab.node.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a lab down to nothing, and the lab's own engine with the last one. */
final class Down {
  private final StateDirectory state;
  private final Progress progress;
  private final Engines engines;

  Down(StateDirectory state, Progress progress) {
    this.state = state;
    this.progress = progress;
    this.engines = new Engines(state, progress);
  }

  void run(String id) {
    StateLock.holding(
        state,
        progress,
        () -> {
          // After a restart of the machine its nodes are still in an engine that must be started.
          Docker docker = engines.running().orElseGet(engines::ensure);
          remove(docker, id);
          Path inventory = new Labs(state).all().get(id);
          if (inventory != null) {
            new LocalInventory(inventory).remove();
          }
          delete(state.lab(id));
          if (Places.labs(docker).isEmpty()) {
            stopEngine();
          }
          return true;
        });
  }

  /** Empties the cache; there must be no lab. */
  void purge() {
    StateLock.holding(
        state,
        progress,
        () -> {
          engines.running().ifPresent(this::emptyInside);
          stopEngine();
          progress.step(
              "empty the cache",
              () -> {
                List.of("engine", "base", "apt")
                    .forEach(part -> delete(state.root().resolve(part)));
                return true;
              });
          return true;
        });
  }

  private void emptyInside(Docker docker) {
    Set<String> labs = Places.labs(docker).keySet();
    if (!labs.isEmpty()) {
      throw new LabProblem("the cache stays, it is in use by " + String.join(", ", labs));
    }
    new Cache(docker, state, progress).empty();
  }

  private void remove(Docker docker, String id) {
    List<NodePlace> places = Places.of(docker, id);
    if (!places.isEmpty()) {
      Optional<Archives> archives = new Cache(docker, state, progress).archives();
      archives.ifPresent(cache -> cache.collect(id));
      NestedCgroups nested = NestedCgroups.of(docker, places);
      progress.step(
          "remove " + places.size() + (places.size() == 1 ? " node" : " nodes"),
          () -> {
            Parallel.each(places, place -> new NodeContainer(docker, place).remove());
            return true;
          });
      nested.remove();
      archives.ifPresent(cache -> cache.drop(id));
    }
    String byName = "{{.Repository}}:{{.Tag}}";
    for (String saved :
        docker.lines(
            "listing saved nodes", "images", "--format", byName, "--filter", Labels.of(id))) {
      docker.ask("removing the saved node " + saved, "image", "rm", saved);
    }
    for (String kind : List.of("network", "volume")) {
      for (String one :
          docker.lines("listing " + kind + "s", kind, "ls", "--quiet", "--filter", Labels.of(id))) {
        docker.ask("removing the " + kind + " " + one, kind, "rm", one);
      }
    }
  }

  private void stopEngine() {
    if (engines.isOwn()) {
      progress.step(
          "stop the engine",
          () -> {
            engines.stopOwn();
            return true;
          });
    }
  }

  private static void delete(Path path) {
    Command.of("rm", "-rf", "--one-file-system", path.toString()).output("removing " + path);
  }
}
