package dev.plumbline.inventory.job;

import java.util.List;

/**
 * Where a job runs.
 *
 * @param names the nodes, in the order of ranks; empty: as many as {@code count} says
 * @param count the first so many that are fit; 0: all of the names, and without names all nodes
 */
public record JobNodes(List<String> names, int count) {
  public JobNodes {
    names = List.copyOf(names);
  }
}
