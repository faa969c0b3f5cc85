package dev.plumbline.agent.job.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemainsTest {
  @TempDir Path root;

  @Test
  void aProcessIsFoundWhateverItCallsItself() throws Exception {
    Path process = Files.createDirectories(root.resolve("proc/101"));
    // The kernel cuts a name after 15 bytes, also in the middle of a character.
    Files.write(process.resolve("comm"), new byte[] {'r', (byte) 0xc3, '\n'});
    Files.writeString(process.resolve("environ"), "A=b\0PLUMB_JOB_ID=7\0");
    long uid = ((Number) Files.getAttribute(root, "unix:uid")).longValue();

    assertThat(new Remains(root).processes(uid))
        .singleElement()
        .satisfies(left -> assertThat(left.job()).isEqualTo("7"));
  }
}
