package dev.plumbline.controller.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the controller needs to know of a job file.
 *
 * @param ranks 0: every slot of the nodes
 * @param nodes names; empty: by {@code count}
 * @param count the first that are fit; 0 without names: all nodes
 * @param java whether a Java runtime that comes along starts the program
 * @param files all files that a node needs; a content may occur in several
 * @param required globs of outputs; one without a match fails the job
 * @param memoryPerRank bytes; 0: no limit
 * @param retries how often it starts again after a node was lost
 * @param user who the ranks run as
 * @param network CIDR; empty: that of the nodes' addresses
 */
public record JobSpec(
    String name,
    JobKind kind,
    int ranks,
    List<String> nodes,
    int count,
    boolean java,
    List<Content> files,
    List<String> required,
    List<String> optional,
    Optional<Duration> maxRuntime,
    long memoryPerRank,
    int retries,
    Mpi mpi,
    String user,
    String network) {
  /**
   * How ranks are placed and started.
   *
   * @param ssh whether {@code mpirun} reaches its nodes over SSH, without the agents
   * @param oversubscribe whether a node may have more ranks than slots
   * @param ranksPerNode 0: a node is filled before the next
   */
  public record Mpi(boolean ssh, boolean oversubscribe, int ranksPerNode) {}

  public JobSpec {
    nodes = List.copyOf(nodes);
    files = List.copyOf(files);
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  /** The size of each content, by hash. */
  public Map<String, Long> contents() {
    Map<String, Long> contents = new HashMap<>();
    files.forEach(file -> contents.put(file.hash(), file.size()));
    return contents;
  }

  /** How much a node receives that has none of it, in bytes. */
  public long bytes() {
    return contents().values().stream().mapToLong(Long::longValue).sum();
  }

  public boolean hasOutputs() {
    return !required.isEmpty() || !optional.isEmpty();
  }
}
