package dev.plumbline.agent.job.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootprintTest {
  private static final String FIELDS =
      " S 1 2 3 0 -1 4194560 5 6 7 8 250 30 900 900 20 0 44 0 12345 6789 1011 184 0 0";

  @TempDir Path process;

  @Test
  void takesTimeMemoryAndStartOfAProcessWhateverItsName() throws IOException {
    Files.writeString(process.resolve("stat"), "101 (a) b (c)" + FIELDS + "\n");
    Files.writeString(
        process.resolve("status"), "Name:\ta) b (c\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n");

    assertThat(Footprint.of(process)).contains(new Footprint(12345, 2_800, 1024 << 10, 2048 << 10));
  }

  @Test
  void aNameThatIsNoTextDoesNoHarm() throws IOException {
    byte[] stat = ("101 (r?)" + FIELDS + "\n").getBytes(StandardCharsets.US_ASCII);
    stat["101 (r".length()] = (byte) 0xc3;
    Files.write(process.resolve("stat"), stat);
    Files.writeString(process.resolve("status"), "VmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n");

    assertThat(Footprint.of(process)).contains(new Footprint(12345, 2_800, 1024 << 10, 2048 << 10));
  }

  @Test
  void whatHasEndedHasNone() {
    assertThat(Footprint.of(process)).isEmpty();
  }

  @Test
  void readsWhatThisKernelSays() {
    assertThat(Footprint.of(Path.of("/proc/self")))
        .hasValueSatisfying(here -> {
          assertThat(here.started()).isPositive();
          assertThat(here.cpuMillis()).isPositive();
          assertThat(here.peak()).isGreaterThanOrEqualTo(here.resident()).isGreaterThan(1 << 20);
        });
  }
}
