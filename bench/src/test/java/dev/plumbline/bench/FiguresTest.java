package dev.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void showsMediansAndMinimaInTheOrderOfTheFirst() {
    Figures figures = new Figures("seconds", 1);
    List.of(3.04, 1.0, 8.0).forEach(seconds -> figures.add("rsync", seconds));
    figures.add("scp", 2.26);

    assertThat(figures.lines())
        .containsExactly(
            "| seconds | runs | median | minimum |",
            "|---|---|---|---|",
            "| rsync | 3 | 3.0 | 1.0 |",
            "| scp | 1 | 2.3 | 2.3 |");
  }

  @Test
  void aTimeLineKnowsHowLongAStateLasted() {
    TimeLine line =
        TimeLine.of(
            new Finished(
                0,
                """
                {"job": 1, "states": [
                  {"state": "queued", "why": [], "at": "2026-11-20T10:00:00Z"},
                  {"state": "sending", "why": [], "at": "2026-11-20T10:00:01.250Z"},
                  {"state": "checking", "why": [], "at": "2026-11-20T10:00:04Z"}]}
                """,
                ""));

    assertThat(line.seconds("sending", "checking")).isEqualTo(2.75);
    assertThatThrownBy(() -> line.seconds("sending", "running"))
        .isInstanceOf(LabProblem.class)
        .hasMessageContaining("never was 'running'");
  }
}
