package dev.plumbline.controller.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.client.NodeState;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTest {
  private final Board board = new Board(Ink.PLAIN, List.of("master", "worker1", "w2"), 0);

  @Test
  void showsWhatEachNodeDoesAndForHowLong() {
    board.working("worker1", "package[openmpi-bin]: unpacking 41 %");
    board.state("w2", NodeState.WAITING, "swarm token of master", 1000);

    assertThat(board.lines(2500, 60, 10))
        .containsExactly(
            "⠴ master   beginning                                   2.5 s",
            "⠴ worker1  package[openmpi-bin]: unpacking 41 %        2.5 s",
            "… w2       waiting: swarm token of master              2.5 s");
  }

  @Test
  void theClockOfANodeStopsWhenItIsDone() {
    board.state("master", NodeState.CONVERGED, "", 4200);
    board.state("worker1", NodeState.FAILED, "2 failed", 5000);

    assertThat(board.lines(99_000, 40, 10))
        .startsWith(
            "✓ master   converged               4.2 s", "✗ worker1  failed: 2 failed        5.0 s");
  }

  @Test
  void aLongTextIsCutAtTheWidthOfTheTerminal() {
    board.working("master", "a very long text that does not fit on such a narrow terminal");
    assertThat(board.lines(1000, 40, 10))
        .allSatisfy(line -> assertThat(line).hasSize(40))
        .first()
        .isEqualTo("⠋ master   a very long text that…  1.0 s");
  }

  @Test
  void whereThereIsNoRoomFinishedNodesGoFirst() {
    board.state("master", NodeState.CONVERGED, "", 10);
    assertThat(board.lines(1000, 40, 2))
        .hasSize(2)
        .satisfies(lines -> assertThat(lines.getFirst()).contains("worker1"))
        .last()
        .isEqualTo("  … and 2 more");
  }

  @Test
  void whatANodeSaysCannotMoveTheCursor() {
    board.working("master", "\u001b[2Jgone");
    assertThat(board.lines(1000, 60, 10).getFirst()).contains("\\x1b[2Jgone");
  }
}
