package dev.plumbline.controller.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.client.NodeState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainScreenTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private long nowMs = 100;
  private final PlainScreen screen =
      new PlainScreen(new PrintStream(said, true, StandardCharsets.UTF_8), () -> nowMs);

  private String after(long seconds) {
    said.reset();
    nowMs += seconds * 1_000;
    screen.tellWaits();
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsWaitedForLongIsSaidEverMoreRarely() {
    screen.state("n1", NodeState.WAITING, "waits for job 9");
    assertThat(after(9)).isEmpty();
    assertThat(after(1)).isEqualTo("n1  … waits for job 9\n");
    screen.state("n1", NodeState.WAITING, "waits for job 9");
    assertThat(after(19)).isEmpty();
    assertThat(after(1)).isEqualTo("n1  … waits for job 9\n");
    assertThat(after(39)).isEmpty();
  }

  @Test
  void aWaitThatIsOverIsNotSaid() {
    screen.state("n1", NodeState.WAITING, "waits for job 9");
    screen.state("n2", NodeState.WAITING, "waits for job 9");
    screen.working("n1", "unpacking");
    screen.state("n2", NodeState.CONVERGED, "");
    assertThat(after(100)).isEmpty();
  }

  @Test
  void anotherReasonIsWaitedForAnew() {
    screen.state("n1", NodeState.WAITING, "waits for job 9");
    assertThat(after(9)).isEmpty();
    screen.state("n1", NodeState.WAITING, "waits for job 10");
    assertThat(after(9)).isEmpty();
    assertThat(after(1)).isEqualTo("n1  … waits for job 10\n");
  }
}
