package dev.plumbline.agent.job.order;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the ranks of an MPI job are started.
 *
 * @param ssh by ssh, instead of by the agents
 * @param mca parameters of Open MPI
 */
public record Mpi(boolean ssh, boolean oversubscribe, Map<String, String> mca) {
  public static final Mpi NONE = new Mpi(false, false, Map.of());

  public Mpi {
    mca = new TreeMap<>(mca);
  }
}
