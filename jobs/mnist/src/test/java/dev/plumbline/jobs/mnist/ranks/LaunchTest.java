package dev.plumbline.jobs.mnist.ranks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.jobs.mnist.problem.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTest {
  @Test
  void runsAloneWithoutMpirun() {
    Communicator alone = Launch.join(Map.of(), new String[0]);
    assertThat(alone.size()).isEqualTo(1);
    assertThat(alone.rank()).isZero();
    assertThat(alone.gather("line")).isEqualTo(List.of("line"));
  }

  /** Each process would think that it is alone, and all would write the same results. */
  @Test
  void refusesTheRanksOfAnotherMpi() {
    assertThatThrownBy(() -> Launch.join(Map.of("PMI_SIZE", "4"), new String[0]))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("another MPI than Open MPI");
  }
}
