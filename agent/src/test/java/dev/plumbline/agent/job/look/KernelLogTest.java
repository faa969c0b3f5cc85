package dev.plumbline.agent.job.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.job.report.Shortage;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelLogTest {
  private static final Pattern UNITS = Pattern.compile("plumbline-job-7\\.service");
  private static final Instant STARTED = Instant.parse("2026-11-20T20:00:00Z");
  private static final String JOB = "/docker/a1/plumbline.slice/plumbline-job-7.service";

  @TempDir Path directory;

  @BeforeEach
  void inContainer() throws IOException {
    Files.writeString(
        directory.resolve("cgroup"),
        "4:memory:/docker/a1/system.slice/plumbline-agent.service\n0::/docker/a1\n");
  }

  private Shortage shortage(int exit, String log) throws Failure {
    return new KernelLog(new Dmesg(exit, log), directory.resolve("cgroup"))
        .shortage(UNITS, STARTED);
  }

  private static String line(String time, String want, String group) {
    return time
        + " oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=a1,mems_allowed=0,"
        + want
        + ",task_memcg="
        + group
        + ",task=python3,pid=812,uid=7777\n";
  }

  @ParameterizedTest
  @CsvSource({
    "LIMIT, oom_memcg=/docker/a1/plumbline.slice/plumbline-job-7.service",
    "NODE, oom_memcg=/docker/a1",
    "NODE, global_oom",
  })
  void tellsWhoseMemoryRanOut(Shortage expected, String want) throws Failure {
    String log =
        "2026-11-20T19:00:01,000000+00:00 Linux\n"
            + line("2026-11-20T21:00:03,123456+01:00", want, JOB);
    assertThat(shortage(0, log)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T20:00:03, /docker/a1/plumbline.slice/plumbline-job-77.service",
    "2026-11-20T20:00:03, /docker/b2/plumbline.slice/plumbline-job-7.service",
    "2026-11-20T18:00:00, /docker/a1/plumbline.slice/plumbline-job-7.service",
  })
  void anotherJobAnotherNodeAndAnotherTimeAreNotMeant(String time, String group) throws Failure {
    assertThat(shortage(0, line(time + ",000000+00:00", "oom_memcg=" + group, group)))
        .isEqualTo(Shortage.NONE);
  }

  @Test
  void aTimeThatIsNotKnownIsAFailure() {
    String line =
        "yesterday oom-kill:constraint=CONSTRAINT_MEMCG,oom_memcg="
            + JOB
            + ",task_memcg="
            + JOB
            + ",task=x";

    assertThatThrownBy(() -> shortage(0, line))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("yesterday");
  }

  @Test
  void aLogThatCannotBeReadIsNoEmptyOne() {
    assertThatThrownBy(() -> shortage(1, "dmesg: read kernel buffer failed"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("read kernel buffer failed");
  }

  private record Dmesg(int exit, String log) implements Processes {
    @Override
    public Result run(Command command) {
      return new Result(exit, log, "");
    }

    @Override
    public Result runDetached(String name, Command command, Consumer<String> line) {
      throw new IllegalStateException("it is short");
    }
  }
}
