package dev.plumbline.agent.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Mpi;
import dev.plumbline.agent.job.report.Answers;
import dev.plumbline.agent.job.report.Report;
import dev.plumbline.agent.job.report.Usage;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterTest {
  private static final long MEBIBYTE = 1 << 20;
  @TempDir Path top;
  private LocalJob job;
  private long uid;

  @BeforeEach
  void open() throws IOException {
    uid = ((Number) Files.getAttribute(top, "unix:uid")).longValue();
    Answers nobody =
        new Answers() {
          @Override
          public void report(Report report) {}

          @Override
          public void log(String id, long offset, byte[] data) {}
        };
    Site site = TestJobs.site("n1", "boot", top, new FakeUnits(), List.of(), nobody);
    job = new LocalJob(site, new JobState("7", Works.of(Kind.SPARK, Mpi.NONE)));
  }

  /**
   * @param ticks of user and of system each
   */
  private void process(long pid, String ofJob, long started, long ticks, long resident)
      throws IOException {
    Path directory = top.resolve("root/proc/" + pid);
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("comm"), "java\n");
    Files.writeString(directory.resolve("environ"), "A=b\0PLUMB_JOB_ID=" + ofJob + "\0");
    Files.writeString(
        directory.resolve("stat"),
        pid + " (java) S 1 1 1 0 -1 0 0 0 0 0 " + ticks + " " + ticks + " 0 0 20 0 9 0 " + started);
    Files.writeString(
        directory.resolve("status"),
        "VmHWM: " + resident / 1024 + " kB\nVmRSS: " + resident / 1024 + " kB\n");
  }

  private void end(long pid) throws IOException {
    for (String file : List.of("comm", "environ", "stat", "status")) {
      Files.delete(top.resolve("root/proc/" + pid + "/" + file));
    }
    Files.delete(top.resolve("root/proc/" + pid));
  }

  private void look() throws Failure {
    job.meter().search(uid);
    job.meter().look();
  }

  @Test
  void addsUpTheProcessesOfTheJobAndOfNoOther() throws Exception {
    process(101, "7", 5, 100, 30 * MEBIBYTE);
    process(102, "7", 6, 50, 20 * MEBIBYTE);
    process(103, "77", 7, 1_000, 500 * MEBIBYTE);
    look();
    assertThat(job.report().usage()).isEqualTo(new Usage(3_000, 50 * MEBIBYTE));
  }

  @Test
  void whatOneUsedThatHasEndedStaysAndTheMostMemoryAtOneTimeCounts() throws Exception {
    process(101, "7", 5, 100, 30 * MEBIBYTE);
    look();
    end(101);
    process(102, "7", 6, 50, 20 * MEBIBYTE);
    look();
    assertThat(job.report().usage()).isEqualTo(new Usage(3_000, 30 * MEBIBYTE));
    job.look(state -> assertThat(state.usage.cpuMillis()).isEqualTo(2_000)); // On the disk, too.
  }

  @Test
  void anotherProcessWithTheSameNumberIsAnother() throws Exception {
    process(101, "7", 5, 100, MEBIBYTE);
    look();
    process(101, "7", 9, 10, MEBIBYTE);
    look();
    look();
    assertThat(job.report().usage()).isEqualTo(new Usage(2_200, MEBIBYTE));
  }

  @Test
  void whatWasTakenIsNotCountedTwice() throws Exception {
    process(101, "7", 5, 100, MEBIBYTE);
    look();
    assertThat(job.meter().take()).isEqualTo(new Usage(2_000, MEBIBYTE));
    assertThat(job.meter().usage()).isEqualTo(Usage.NONE);
  }
}
