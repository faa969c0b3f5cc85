package dev.plumbline.lab.api;

import dev.plumbline.lab.base.BaseImage;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a lab down to nothing, and the lab's own engine with the last one. */
final class Down {
  private final String id;
  private final StateDirectory state;
  private final Progress progress;
  private final Engines engines;

  Down(String id, StateDirectory state, Progress progress) {
    this.id = id;
    this.state = state;
    this.progress = progress;
    this.engines = new Engines(state, progress);
  }

  void run(boolean purge) {
    StateLock.holding(
        state,
        progress,
        () -> {
          Optional<Docker> docker = engine();
          docker.ifPresent(this::remove);
          boolean last = docker.map(found -> Places.labs(found).isEmpty()).orElse(true);
          if (purge && !last) {
            throw new LabProblem(
                "the cache stays: it is in use by "
                    + String.join(", ", docker.map(Places::labs).orElse(Map.of()).keySet()));
          }
          if (purge) {
            docker.ifPresent(this::emptyEngine);
          }
          if (last && engines.isOwn()) {
            progress.step(
                "stop the engine",
                () -> {
                  engines.stopOwn();
                  return true;
                });
          }
          delete(state.root().resolve("labs").resolve(id));
          if (purge) {
            progress.step("empty the cache", this::emptyCache);
          }
          return true;
        });
  }

  /** After a restart of the machine the nodes are still in an engine that must be started. */
  private Optional<Docker> engine() {
    Optional<Docker> running = engines.running();
    boolean known = Files.isDirectory(state.root().resolve("labs").resolve(id));
    return running.isEmpty() && known ? Optional.of(engines.ensure()) : running;
  }

  private void remove(Docker docker) {
    List<NodePlace> places = Places.of(docker, id);
    String inventory = Places.labs(docker).getOrDefault(id, "");
    if (!places.isEmpty()) {
      String image = image(docker, places.getFirst());
      Archives archives = new Archives(docker, image, state.archives(), progress);
      archives.collect(id);
      NestedCgroups nested = NestedCgroups.of(docker, places);
      progress.step(
          "remove " + places.size() + " nodes",
          () -> {
            Parallel.each(places, place -> new NodeContainer(docker, place).remove());
            return true;
          });
      nested.remove();
      archives.drop(id);
    }
    for (String kind : List.of("network", "volume")) {
      for (String one :
          docker.lines("listing " + kind + "s", kind, "ls", "--quiet", "--filter", Labels.of(id))) {
        docker.ask("removing the " + kind + " " + one, kind, "rm", one);
      }
    }
    if (!inventory.isEmpty()) {
      new LocalInventory(Path.of(inventory)).remove();
    }
  }

  private static String image(Docker docker, NodePlace place) {
    return docker.ask(
        "reading the image of " + place.node(),
        "container",
        "inspect",
        "--format",
        "{{.Image}}",
        place.container());
  }

  private void emptyEngine(Docker docker) {
    BaseImage base = new BaseImage(docker, state, progress);
    base.built()
        .ifPresent(image -> new Archives(docker, image, state.archives(), progress).empty());
    base.remove();
  }

  private boolean emptyCache() {
    for (String part : List.of("engine", "base", "apt", "labs")) {
      delete(state.root().resolve(part));
    }
    return true;
  }

  private static void delete(Path path) {
    Command.of("rm", "-rf", "--one-file-system", path.toString()).output("removing " + path);
  }
}
