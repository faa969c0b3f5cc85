package dev.plumbline.lab.node;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cgroups of the containers that ran inside nodes. With cgroups of version 1 a node's engine
 * makes them beside the node's own, and they would outlive it, empty.
 *
 * @param ids of the inner containers
 */
public record NestedCgroups(List<String> ids) {
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

  public NestedCgroups {
    ids = List.copyOf(ids);
  }

  /** Of these nodes; must be asked for while they exist. */
  public static NestedCgroups of(Docker docker, List<NodePlace> places) {
    List<String> ids = new ArrayList<>();
    String format =
        "{{range .Mounts}}{{if eq .Destination \"/var/lib/docker\"}}{{.Source}}{{end}}{{end}}";
    for (NodePlace place : places) {
      String volume =
          docker.ask(
              "asking where the engine of " + place.node() + " keeps its containers",
              "container",
              "inspect",
              "--format",
              format,
              place.container());
      Path containers = Path.of(volume, "containers");
      // Only root may look there, and only root could remove the cgroups.
      if (Files.isReadable(containers)) {
        ids.addAll(names(containers));
      }
    }
    return new NestedCgroups(ids);
  }

  /** Removes those that are still there; the nodes must be gone. */
  public void remove() {
    if (ids.isEmpty()) {
      return;
    }
    for (String controller : names(CGROUPS)) {
      for (String id : ids) {
        removeTree(CGROUPS.resolve(controller).resolve("docker").resolve(id));
      }
    }
  }

  /** The files of a cgroup are no obstacle and cannot be removed: only its directories are. */
  private static void removeTree(Path cgroup) {
    if (!Files.isDirectory(cgroup)) {
      return;
    }
    try (Stream<Path> below = Files.walk(cgroup)) {
      for (Path one : below.filter(Files::isDirectory).sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException e) {
      throw new LabProblem("cannot remove the cgroup " + cgroup + ": " + e.getMessage(), e);
    }
  }

  private static List<String> names(Path directory) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, Files::isDirectory)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (IOException e) {
      throw new LabProblem("cannot list " + directory + ": " + e.getMessage(), e);
    }
    return names;
  }
}
