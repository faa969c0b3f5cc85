package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Judges what the agents saw of the cluster's Spark. */
final class SparkChecks {
  private SparkChecks() {}

  static List<Obstacle> judge(Map<Place, Inspection> seen) {
    List<Obstacle> obstacles = new ArrayList<>();
    Set<String> nodes = new TreeSet<>();
    Set<String> working = new TreeSet<>();
    boolean led = false;
    for (Map.Entry<Place, Inspection> each : seen.entrySet()) {
      String node = each.getKey().node();
      String parts = each.getValue().value("spark.parts").orElse("");
      nodes.add(node);
      if (parts.isEmpty()) {
        obstacles.add(
            Obstacle.firm(
                "Spark does not run on " + node,
                "`plumb drift --limit "
                    + node
                    + "` says why if its state has `spark`, and `plumb apply` mends it; else add it, or"
                    + " leave "
                    + node
                    + " out of `nodes`"));
      }
      if (parts.contains("worker")) {
        working.add(node);
      }
      led |= parts.contains("master");
      obstacles.addAll(ofUser(node, each.getValue()));
    }
    if (!led && !seen.isEmpty()) {
      obstacles.add(
          Obstacle.firm(
              "the master of Spark runs on none of the nodes of the job",
              "name its node in `nodes` too"));
    }
    for (Map.Entry<Place, Inspection> each : seen.entrySet()) {
      obstacles.addAll(ofMaster(each.getKey().node(), each.getValue(), nodes, working));
    }
    return obstacles;
  }

  private static List<Obstacle> ofUser(String node, Inspection inspection) {
    String spark = inspection.value("spark.user").orElse("");
    String job =
        inspection.value("user.uid").orElse("") + ":" + inspection.value("user.gid").orElse("");
    return spark.isEmpty() || job.startsWith(":") || spark.equals(job)
        ? List.of()
        : List.of(
            Obstacle.firm(
                "Spark on " + node + " runs as " + spark + ", and the job as " + job,
                "name one user in both: `user` of `spark` in the inventory, and of the job"));
  }

  /** Executors start wherever there is a worker, and find the job's inputs only on its nodes. */
  private static List<Obstacle> ofMaster(
      String node, Inspection inspection, Set<String> nodes, Set<String> working) {
    List<Obstacle> obstacles = new ArrayList<>();
    inspection
        .value("spark.master")
        .filter(why -> !why.isEmpty())
        .ifPresent(why ->
            obstacles.add(Obstacle.firm(why, "`plumb apply --limit " + node + "`").passes()));
    inspection
        .value("spark.workers")
        .ifPresent(text -> {
          Set<String> alive = new TreeSet<>(List.of(text.split(" ")));
          alive.remove("");
          if (alive.isEmpty()) {
            obstacles.add(
                Obstacle.firm(
                        "the master of Spark knows no worker that is alive",
                        "look at one with 'docker logs plumbline-spark-worker' on its node")
                    .passes());
            return;
          }
          Set<String> others = new TreeSet<>(alive);
          others.removeAll(nodes);
          if (!others.isEmpty()) {
            obstacles.add(
                Obstacle.firm(
                    "executors would start on "
                        + String.join(", ", others)
                        + " too, without the"
                        + " files of the job",
                    "say `nodes: all`"));
          }
          Set<String> silent = new TreeSet<>(working);
          silent.removeAll(alive);
          for (String worker : silent) {
            obstacles.add(
                Obstacle.soft(
                        "the worker of Spark on " + worker + " has not registered with the master",
                        "look at it with 'docker logs plumbline-spark-worker' there")
                    .passes());
          }
        });
    return obstacles;
  }
}
