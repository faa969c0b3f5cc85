package dev.plumbline.controller.job;

import java.util.ArrayList;
import java.util.List;

/**
 * The nodes that a job may run on.
 *
 * @param fit whether nothing that is known already stands against a start there
 */
record Candidates(List<Standing> nodes, boolean fit) {
  static Candidates of(JobRecord job, List<Standing> all) {
    JobSpec spec = job.spec();
    if (!spec.nodes().isEmpty()) {
      List<Standing> named =
          spec.nodes().stream()
              .distinct()
              .flatMap(name -> all.stream().filter(node -> node.node().equals(name)))
              .toList();
      boolean known = named.size() == spec.nodes().stream().distinct().count();
      return new Candidates(named, known && areFit(job, named));
    }
    if (spec.count() == 0) {
      List<Standing> fit = all.stream().filter(node -> isFit(job, node)).toList();
      boolean enough = spec.ranks() > 0 && Placement.of(spec, fit, Standing::slots).isPresent();
      return new Candidates(
          enough ? fit : all, !all.isEmpty() && (enough || fit.size() == all.size()));
    }
    List<Standing> chosen = new ArrayList<>();
    for (Standing node : all) {
      if (chosen.size() < spec.count() && isFit(job, node)) {
        chosen.add(node);
      }
    }
    boolean enough = chosen.size() == spec.count();
    // With too few that are fit, the others are named with what stands against them.
    return new Candidates(enough ? chosen : all, enough);
  }

  private static boolean areFit(JobRecord job, List<Standing> nodes) {
    return nodes.stream().allMatch(node -> isFit(job, node));
  }

  private static boolean isFit(JobRecord job, Standing node) {
    return Preflight.ofStanding(node).stream()
        .allMatch(obstacle -> obstacle.overridable() && job.asked().force());
  }
}
