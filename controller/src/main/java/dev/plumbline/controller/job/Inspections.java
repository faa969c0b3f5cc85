package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judges what the agents saw when they looked whether a job could start. */
final class Inspections {
  private static final String SIX = "6";

  private Inspections() {}

  static List<Obstacle> judge(JobView view) {
    JobSpec spec = view.job().spec();
    List<Obstacle> obstacles = new ArrayList<>();
    Map<Place, Inspection> seen = new LinkedHashMap<>();
    for (Place place : view.job().places()) {
      view.node(place).listening().ifPresent(inspection -> seen.put(place, inspection));
    }
    seen.forEach((place, inspection) -> {
      inspection
          .value("busy")
          .filter(why -> !why.isEmpty())
          .ifPresent(why ->
              obstacles.add(
                  Obstacle.firm(place.node() + " cannot be checked: " + why, "try again later")));
      obstacles.addAll(ofUser(spec, place, inspection));
      obstacles.addAll(ofProgram(place, inspection));
      obstacles.addAll(ofRoom(spec, place, inspection));
      obstacles.addAll(ofLeftovers(place, inspection));
    });
    obstacles.addAll(
        same(
            seen,
            "user.uid",
            "user " + spec.user() + " has different uids",
            "give the user one `uid` in the inventory, and `plumb apply`"));
    if (spec.kind() == JobKind.MPI) {
      seen.forEach((place, inspection) -> obstacles.addAll(ofMpi(spec, place, inspection)));
      obstacles.addAll(
          same(
              seen,
              "mpi.version",
              "the nodes have different versions of Open MPI",
              "install the same on all, and `plumb apply`"));
      obstacles.addAll(
          same(
              seen,
              "mpi.library",
              "the nodes have different libraries of Open MPI",
              "install the same version on all, and `plumb apply`"));
      obstacles.addAll(ofNetwork(view));
    }
    if (spec.kind() == JobKind.SPARK) {
      obstacles.addAll(SparkChecks.judge(seen));
      obstacles.addAll(ofNetwork(view));
    }
    return obstacles;
  }

  private static List<Obstacle> ofUser(JobSpec spec, Place place, Inspection inspection) {
    String uid = inspection.value("user.uid").orElse("-");
    return switch (uid) {
      case "" ->
          List.of(
              Obstacle.firm(
                  "there is no user " + spec.user() + " on " + place.node(),
                  "add it to `users`, and `plumb apply --limit " + place.node() + "`"));
      case "0" ->
          List.of(
              Obstacle.firm(
                  "the job would run as root on " + place.node(),
                  "name another `user` in the job file, or `jobs: {user: …}` in the inventory"));
      default -> List.of();
    };
  }

  private static List<Obstacle> ofProgram(Place place, Inspection inspection) {
    return inspection
        .value("program")
        .filter(String::isEmpty)
        .map(_ ->
            Obstacle.firm(
                "there is no program "
                    + inspection.value("program.wanted").orElse("")
                    + " on "
                    + place.node(),
                "install it on every node, or send it along as an input"))
        .stream()
        .toList();
  }

  private static List<Obstacle> ofRoom(JobSpec spec, Place place, Inspection inspection) {
    List<Obstacle> obstacles = new ArrayList<>();
    long memory = spec.memoryPerRank() * place.ranks();
    OptionalLong available = number(inspection, "memory.available");
    if (available.isPresent() && memory > available.getAsLong()) {
      obstacles.add(
          Obstacle.soft(
              place.node()
                  + " has "
                  + Bytes.text(available.getAsLong())
                  + " of memory available, and "
                  + place.ranks()
                  + " ranks of "
                  + Bytes.text(spec.memoryPerRank())
                  + " need "
                  + Bytes.text(memory),
              "start fewer ranks there, or lower `memory_per_rank`"));
    }
    OptionalLong free = number(inspection, "disk.free");
    if (free.isPresent() && spec.bytes() > free.getAsLong()) {
      obstacles.add(
          Obstacle.firm(
              place.node()
                  + " has "
                  + Bytes.text(free.getAsLong())
                  + " of disk free, and the job's files need "
                  + Bytes.text(spec.bytes()),
              "free some space there"));
    }
    return obstacles;
  }

  private static OptionalLong number(Inspection inspection, String key) {
    Optional<String> text = inspection.value(key).filter(value -> value.matches("\\d{1,18}"));
    return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
  }

  private static List<Obstacle> ofLeftovers(Place place, Inspection inspection) {
    return inspection.value("leftovers").stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .map(line ->
            Obstacle.soft(
                "an earlier job left something on " + place.node() + ": " + line.strip(),
                "end or remove it"))
        .toList();
  }

  private static List<Obstacle> ofMpi(JobSpec spec, Place place, Inspection inspection) {
    List<Obstacle> obstacles = new ArrayList<>();
    Optional<String> version = inspection.value("mpi.version");
    if (version.filter(String::isEmpty).isPresent()) {
      obstacles.add(
          Obstacle.firm(
              "there is no mpirun on " + place.node(),
              "add `openmpi-bin` to `packages`, and `plumb apply --limit " + place.node() + "`"));
    } else if (version.filter(text -> text.split("\\.", -1)[0].equals(SIX)).isPresent()) {
      obstacles.add(
          Obstacle.firm(
              place.node()
                  + " has Open MPI "
                  + version.get()
                  + ", which starts its ranks in another way and has no Java bindings",
              "install 4.1 or 5.0"));
    }
    inspection
        .value("launcher")
        .filter(why -> !why.isEmpty() && !spec.mpi().ssh())
        .ifPresent(why ->
            obstacles.add(
                Obstacle.firm(
                    "ranks cannot be started on " + place.node() + ": " + why,
                    "add it to `packages`, and `plumb apply --limit " + place.node() + "`")));
    if (spec.java()) {
      inspection
          .value("mpi.java")
          .filter(why -> !why.isEmpty())
          .ifPresent(why ->
              obstacles.add(
                  Obstacle.firm(
                      "Java ranks cannot run on " + place.node() + ": " + why,
                      "add `libopenmpi-dev` to `packages`, and `plumb apply`")));
    }
    return obstacles;
  }

  private static List<Obstacle> same(
      Map<Place, Inspection> seen, String key, String message, String remedy) {
    Map<String, TreeSet<String>> nodes = new TreeMap<>();
    seen.forEach((place, inspection) ->
        inspection
            .value(key)
            .filter(value -> !value.isEmpty())
            .ifPresent(
                value -> nodes.computeIfAbsent(value, _ -> new TreeSet<>()).add(place.node())));
    if (nodes.size() < 2) {
      return List.of();
    }
    List<String> each =
        nodes.entrySet().stream()
            .map(entry -> entry.getKey() + " on " + String.join(", ", entry.getValue()))
            .toList();
    return List.of(Obstacle.firm(message + ": " + String.join("; ", each), remedy));
  }

  private static List<Obstacle> ofNetwork(JobView view) {
    if (view.job().places().size() < 2) {
      return List.of();
    }
    String network = view.job().spec().network();
    String where = network.isEmpty() ? "" : " in " + network;
    List<Obstacle> obstacles = new ArrayList<>();
    for (Place place : view.job().places()) {
      NodeSight node = view.node(place);
      if (node.listening()
          .flatMap(seen -> seen.value("network.address"))
          .filter(String::isEmpty)
          .isPresent()) {
        obstacles.add(
            Obstacle.firm(
                place.node()
                    + " has no address"
                    + (where.isEmpty() ? " of the job's network" : where),
                "give it one in `addresses`, or name another `network`"));
      }
      if (node.live() && node.listening().isPresent() && node.reaching().isEmpty()) {
        obstacles.add(
            Obstacle.firm(
                place.node() + " did not say in time whether it reaches the others",
                "see plumb check --network"));
      }
      node.reaching().stream()
          .flatMap(inspection -> inspection.reached().stream())
          .filter(reached -> !reached.failure().isEmpty())
          .forEach(reached ->
              obstacles.add(
                  Obstacle.firm(
                      place.node()
                          + " does not reach "
                          + reached.node()
                          + where
                          + ": "
                          + reached.failure(),
                      "see firewalls and the largest packet (MTU) between them; plumb check"
                          + " --network")));
    }
    return obstacles;
  }
}
