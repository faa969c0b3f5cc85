package dev.plumbline.agent.install;

import java.nio.file.Path;

/**
 * Where everything of ours is on a node.
 *
 * @param root the root of the file system, on a node {@code /}
 */
public record Layout(Path root) {
  public static final String UNIT = "plumbline-agent.service";

  /** Undoes, when the machine starts, what was not confirmed before it stopped. */
  public static final String GUARD_UNIT = "plumbline-guard.service";

  /**
   * Key, journal, catalog, and what belongs to jobs. Whoever knows a name can pass, and only root
   * can list.
   */
  public Path state() {
    return root.resolve("var/lib/plumbline");
  }

  public Path identity() {
    return state().resolve("identity");
  }

  public Path settings() {
    return state().resolve("agent.json");
  }

  public Path catalog() {
    return state().resolve("catalog");
  }

  public Path journal() {
    return state().resolve("journal");
  }

  /** A folder for each job, which its user can pass. */
  public Path jobs() {
    return state().resolve("jobs");
  }

  /** The contents that jobs use, by their hash. */
  public Path contents() {
    return state().resolve("content");
  }

  /** Java runtimes of jobs, unpacked. */
  public Path runtimes() {
    return state().resolve("runtimes");
  }

  /** What users of jobs can reach: the shim and the socket that it speaks to. */
  public Path relay() {
    return root.resolve("run/plumbline-jobs");
  }

  /** Changes that wait to be confirmed. */
  public Path guards() {
    return state().resolve("guard");
  }

  /** What is gone after a restart of the machine. */
  public Path runtime() {
    return root.resolve("run/plumbline-agent");
  }

  /** Whether the agent that runs is connected. */
  public Path connection() {
    return runtime().resolve("connection.json");
  }

  /** The packages, one directory each. */
  public Path packages() {
    return root.resolve("opt/plumbline");
  }

  /** The link to the package in use. */
  public Path current() {
    return packages().resolve("current");
  }

  public Path unitFile(String unit) {
    return root.resolve("etc/systemd/system").resolve(unit);
  }
}
