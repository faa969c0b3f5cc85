package dev.plumbline.jobs.mnist.ranks.openmpi;

import dev.plumbline.jobs.mnist.problem.Problem;
import dev.plumbline.jobs.mnist.ranks.Communicator;
import dev.plumbline.jobs.mnist.ranks.Fit;
import dev.plumbline.jobs.mnist.ranks.MpiBinding;
import mpi.MPI;
import org.jspecify.annotations.Nullable;

/** Joins the ranks of Open MPI, when mpi.jar and the node's library fit each other. */
public final class OpenMpiBinding implements MpiBinding {
  @Override
  public Communicator join(String[] args) {
    Fit.check(seriesOfJar(), Fit.libraryOfThisNode());
    try {
      return OpenMpi.init(args);
    } catch (UnsatisfiedLinkError e) {
      throw new Problem(
          "cannot load Open MPI's libmpi_java.so: %s. Install the package libopenmpi3 (or 40) on"
                  .formatted(e.getMessage())
              + " this node, and name a folder that has libmpi_java.so (a link to"
              + " libmpi_java.so.40 does) with -Djava.library.path",
          e);
    }
  }

  private static @Nullable String seriesOfJar() {
    try {
      return MPI.class.getPackage().getImplementationVersion();
    } catch (NoClassDefFoundError e) {
      throw new Problem("mpi.jar is not on the class path; put it before mnist.jar", e);
    }
  }
}
