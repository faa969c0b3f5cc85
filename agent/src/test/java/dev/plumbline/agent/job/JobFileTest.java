package dev.plumbline.agent.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.report.Phase;
import dev.plumbline.agent.job.report.Relay;
import dev.plumbline.agent.job.report.Shortage;
import dev.plumbline.agent.job.report.Trouble;
import dev.plumbline.agent.job.report.Usage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JobFileTest {
  @Test
  void whatIsWrittenIsRead() {
    JobState state = new JobState("12", Works.full());
    state.phase = Phase.COLLECTED;
    state.boot = "boot";
    state.generation = 7;
    state.started = 1_700_000_000_000L;
    state.clean = true;
    state.usage = new Usage(12, 34);
    state.shortage = Shortage.LIMIT;
    state.exit =
        Optional.of(new Exit(137, "killed", "last\nlines", OptionalInt.of(3), Exit.Blame.LAUNCHER));
    state.outputs = List.of(new Placed("a/b", new Content("b".repeat(64), 9), true));
    state.missing = List.of("*.bin");
    state.problems = List.of(new Trouble("what", "cure"));
    state.orteds.put("x1", new Relay("x1", "", List.of(), Optional.of(Exit.of(1))));

    JobState read = JobFile.state(JobFile.json(state), "test");

    assertThat(read).usingRecursiveComparison().isEqualTo(state);
    assertThat(JobFile.json(read)).isEqualTo(JobFile.json(state));
  }
}
