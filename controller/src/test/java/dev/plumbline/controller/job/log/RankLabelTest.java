package dev.plumbline.controller.job.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankLabelTest {
  @Test
  void readsWhatMpirunPutsBeforeALine() {
    assertThat(RankLabel.of("[1,3]<stdout>:loss 0.25"))
        .contains(new RankLabel(3, false, "loss 0.25"));
    assertThat(RankLabel.of("[1,0]<stderr>:")).contains(new RankLabel(0, true, ""));
    assertThat(RankLabel.of("[prterun-master-4711@1,12]<stdout>: hello"))
        .contains(new RankLabel(12, false, " hello"));
  }

  @Test
  void aLineThatCameInPiecesIsOne() {
    assertThat(RankLabel.of("[1,3]<stderr>:[ 1] [1,3]<stderr>:libc.so.6[1,3]<stderr>:(kill+7)"))
        .contains(new RankLabel(3, true, "[ 1] libc.so.6(kill+7)"));
    assertThat(RankLabel.of("[1,3]<stderr>:see [1,2]<stderr>:"))
        .contains(new RankLabel(3, true, "see [1,2]<stderr>:"));
  }

  @Test
  void leavesOtherLinesAlone() {
    assertThat(RankLabel.of("mpirun noticed that process rank 1 exited")).isEmpty();
    assertThat(RankLabel.of(" [1,3]<stdout>:indented by a program")).isEmpty();
    assertThat(RankLabel.of("[1,3] <stdout>:")).isEmpty();
  }
}
