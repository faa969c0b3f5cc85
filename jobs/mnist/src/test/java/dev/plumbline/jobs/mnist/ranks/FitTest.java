package dev.plumbline.jobs.mnist.ranks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.jobs.mnist.problem.Problem;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final String DEBIAN = "Open MPI v4.1.4, package: Debian OpenMPI, ident: 4.1.4";

  @Test
  void takesTheSameSeries() {
    assertThatCode(() -> Fit.check("4.1", DEBIAN)).doesNotThrowAnyException();
    assertThatCode(() -> Fit.check("5.0", "Open MPI v5.0.7, package: Debian OpenMPI"))
        .doesNotThrowAnyException();
  }

  @Test
  void takesAJarThatCameWithTheLibrary() {
    assertThatCode(() -> Fit.check(null, DEBIAN)).doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherSeries() {
    assertThatThrownBy(() -> Fit.check("5.0", DEBIAN))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "mpi.jar was made from Open MPI 5.0, but this node has Open MPI v4.1.4; make it where"
                + " the packages are those of the node: jobs/mpi-jar");
  }

  @Test
  void refusesOpenMpi6AndSaysWhy() {
    assertThatThrownBy(() -> Fit.check("5.0", "Open MPI v6.0.0rc1, package: x"))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "this node has Open MPI v6.0.0rc1, which has no Java bindings any more; install 4.1"
                + " or 5.0");
  }

  @Test
  void refusesAnotherMpi() {
    assertThatThrownBy(() -> Fit.check("4.1", "MPICH Version: 4.0.2"))
        .isInstanceOf(Problem.class)
        .hasMessage("libmpi of this node is not Open MPI: MPICH Version: 4.0.2");
  }
}
