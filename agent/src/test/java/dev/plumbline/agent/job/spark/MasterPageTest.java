package dev.plumbline.agent.job.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MasterPageTest {
  @Test
  void workersThatAreAliveAreNamedAfterTheirNodes() {
    assertThat(
            MasterPage.alive(
                """
                {"workers": [
                  {"host": "spark-on-worker2", "state": "ALIVE"},
                  {"host": "spark-on-master", "state": "ALIVE"},
                  {"host": "spark-on-worker1", "state": "DEAD"},
                  {"host": "stranger", "state": "ALIVE"}
                ]}
                """))
        .containsExactly("master", "worker2");
  }

  @Test
  void anotherPageIsNoMaster() {
    assertThatThrownBy(() -> MasterPage.alive("{}")).isInstanceOf(IllegalArgumentException.class);
  }
}
