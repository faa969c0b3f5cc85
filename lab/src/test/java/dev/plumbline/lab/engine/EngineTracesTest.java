package dev.plumbline.lab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.machine.LabProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTracesTest {
  @TempDir Path directory;

  @Test
  void findsWhatIsMountedBelowAndNothingBeside() {
    String table =
        """
        22 1 254:0 / / rw - ext4 /dev/vda rw
        40 22 254:0 /x /lab/engine/data rw - ext4 /dev/vda rw
        41 22 0:4 net:[1] /lab/engine/run/netns/1 rw - nsfs nsfs rw
        42 22 254:0 /x /lab/engines rw - ext4 /dev/vda rw
        """;
    assertThat(Mounts.below(Path.of("/lab/engine"), table))
        .containsExactly("/lab/engine/data", "/lab/engine/run/netns/1");
  }

  @Test
  void anEngineIsItsProcessAndWhenThatBegan() {
    Path file = directory.resolve("started.properties");
    ProcessHandle mine = ProcessHandle.current();
    Instant began = mine.info().startInstant().orElseThrow();
    EngineRecord before = new EngineRecord(0, Instant.EPOCH, "0", "ACCEPT", true);
    assertThat(EngineRecord.read(file)).isEmpty();

    before.startedAs(mine.pid(), began).write(file);
    assertThat(EngineRecord.read(file)).contains(before.startedAs(mine.pid(), began));
    assertThat(EngineRecord.read(file).flatMap(EngineRecord::process)).contains(mine);

    before.startedAs(mine.pid(), began.minusSeconds(5)).write(file);
    assertThat(EngineRecord.read(file).flatMap(EngineRecord::process)).isEmpty();
  }

  @Test
  void aRecordThatCannotBeReadIsNoMissingEngine() throws Exception {
    Path file = Files.writeString(directory.resolve("started.properties"), "pid=x\n");
    assertThatThrownBy(() -> EngineRecord.read(file))
        .isInstanceOf(LabProblem.class)
        .hasMessageContaining("started.properties");
  }
}
