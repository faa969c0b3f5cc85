package dev.plumbline.jobs.mnist.ranks;

import dev.plumbline.jobs.mnist.problem.Problem;
import java.util.Map;
import java.util.ServiceLoader;

/** How this process was started: by Open MPI's mpirun as one of some ranks, or alone. */
public final class Launch {
  private Launch() {}

  /**
   * Joins the ranks that this process was started with.
   *
   * @param environment of this process
   */
  public static Communicator join(Map<String, String> environment, String[] args) {
    if (environment.containsKey("OMPI_COMM_WORLD_SIZE")) {
      return ServiceLoader.load(MpiBinding.class)
          .findFirst()
          .orElseThrow(() ->
              new Problem(
                  "mpirun started this program, but it was built where no mpi.jar could be"
                      + " made; jobs/mpi-jar says why. Without mpirun it runs as one process"))
          .join(args);
    }
    if (!environment.getOrDefault("PMI_SIZE", "1").equals("1")) {
      throw new Problem(
          "another MPI than Open MPI started this program; it works with mpirun of Open MPI 4.1"
              + " and 5.0");
    }
    return new SingleProcess();
  }
}
