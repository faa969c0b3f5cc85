package dev.plumbline.controller.client.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job as a caller asks for it: nothing in it refers to the caller's machine any more. Texts still
 * hold {@code ${inputs.x}} and the like.
 *
 * @param ranks of MPI; 0: every slot of the nodes
 * @param nodes names; empty: by {@code nodeCount}
 * @param nodeCount the first so many that are fit; 0 with no names: all
 * @param command program and arguments; with Java, the arguments only
 * @param required globs of outputs without which the job fails
 * @param optional globs of further outputs
 * @param limits where it is ended
 * @param user who the processes run as
 * @param network CIDR for MPI; empty: of the nodes' addresses
 * @param source the job file, for messages; empty without one
 * @param text the job file as it was read; empty without one
 */
public record AskedJob(
    String name,
    JobKind kind,
    int ranks,
    List<String> nodes,
    int nodeCount,
    List<String> command,
    List<Input> inputs,
    List<String> required,
    List<String> optional,
    Map<String, String> env,
    List<String> secrets,
    Limits limits,
    Retry retry,
    Mpi mpi,
    Optional<Spark> spark,
    Optional<Java> java,
    String user,
    String network,
    String source,
    String text) {
  public AskedJob {
    nodes = List.copyOf(nodes);
    command = List.copyOf(command);
    inputs = List.copyOf(inputs);
    required = List.copyOf(required);
    optional = List.copyOf(optional);
    env = Map.copyOf(env);
    secrets = List.copyOf(secrets);
  }

  /** An input, file by file. */
  public record Input(String name, boolean folder, List<PlacedFile> files) {
    public Input {
      files = List.copyOf(files);
    }
  }

  /**
   * Where it is ended.
   *
   * @param maxRuntimeMs 0: never
   * @param memoryPerRank bytes; 0: no limit
   */
  public record Limits(long maxRuntimeMs, long memoryPerRank) {}

  /** How often it is started anew, and after what. */
  public record Retry(int times, List<String> on) {
    public Retry {
      on = List.copyOf(on);
    }
  }

  /**
   * How Open MPI starts the ranks.
   *
   * @param ranksPerNode 0: a node is filled before the next
   */
  public record Mpi(boolean ssh, boolean oversubscribe, int ranksPerNode, Map<String, String> mca) {
    public Mpi {
      mca = Map.copyOf(mca);
    }
  }

  /**
   * A program for Spark. Numbers are 0 where the caller leaves them to Spark.
   *
   * @param program the jar
   * @param libraries further jars, for driver and executors
   */
  public record Spark(
      PlacedFile program,
      List<PlacedFile> libraries,
      String mainClass,
      int executors,
      int executorCores,
      long executorMemory,
      long driverMemory,
      Map<String, String> conf) {
    public Spark {
      libraries = List.copyOf(libraries);
      conf = Map.copyOf(conf);
    }
  }

  /** A program for the Java runtime that travels with it. */
  public record Java(
      String mainClass, List<PlacedFile> classPath, PlacedFile runtime, List<String> options) {
    public Java {
      classPath = List.copyOf(classPath);
      options = List.copyOf(options);
    }
  }

  /** The same with other ranks and further environment variables. */
  public AskedJob with(int changedRanks, Map<String, String> changedEnv) {
    return new AskedJob(
        name,
        kind,
        changedRanks,
        nodes,
        nodeCount,
        command,
        inputs,
        required,
        optional,
        changedEnv,
        secrets,
        limits,
        retry,
        mpi,
        spark,
        java,
        user,
        network,
        source,
        text);
  }

  /** Every file that travels with it. */
  public List<PlacedFile> files() {
    List<PlacedFile> files = new java.util.ArrayList<>();
    inputs.forEach(input -> files.addAll(input.files()));
    spark.ifPresent(found -> {
      files.add(found.program());
      files.addAll(found.libraries());
    });
    java.ifPresent(found -> {
      files.addAll(found.classPath());
      files.add(found.runtime());
    });
    return List.copyOf(files);
  }
}
