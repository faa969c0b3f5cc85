package dev.plumbline.controller.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.job.Asked;
import dev.plumbline.controller.job.Cause;
import dev.plumbline.controller.job.Content;
import dev.plumbline.controller.job.Drain;
import dev.plumbline.controller.job.Exit;
import dev.plumbline.controller.job.JobMessage;
import dev.plumbline.controller.job.JobPhase;
import dev.plumbline.controller.job.JobReader;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.job.NodeShare;
import dev.plumbline.controller.job.Place;
import dev.plumbline.controller.job.PlacedFile;
import dev.plumbline.controller.job.Specs;
import dev.plumbline.controller.job.Usage;
import dev.plumbline.controller.job.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
  private static final JobReader READER =
      message -> Specs.mpi(new String(message.bytes(), StandardCharsets.UTF_8), 2);

  @TempDir Path directory;
  private Store store;

  private static Asked asked(String name) {
    return new Asked(
        Specs.mpi(name, 2),
        new JobMessage(name.getBytes(StandardCharsets.UTF_8)),
        "ada",
        true,
        false,
        Set.of("API_KEY"));
  }

  private static JobRecord full(long id) {
    NodeShare share =
        new NodeShare(
            true,
            "",
            true,
            List.of(new PlacedFile("a b/model.bin", new Content("a".repeat(64), 12), true)),
            List.of("*.png"),
            Optional.of(new Usage(Duration.ofMillis(2500), 1 << 20)));
    return new JobRecord(
        id,
        asked("mnist"),
        2,
        List.of(
            new JobRecord.Entered(JobPhase.QUEUED, List.of("a", "b"), NOW),
            new JobRecord.Entered(JobPhase.FAILED, List.of("rank 1 ended"), NOW.plusSeconds(1))),
        List.of(new Place("master", "10.0.0.1", 2, 2), new Place("worker1", "10.0.0.2", 2, 1)),
        4,
        true,
        Optional.of(
            new Verdict(
                JobPhase.FAILED,
                Optional.of(Cause.SIGNAL),
                List.of("rank 1 ended"),
                134,
                Optional.of(
                    new Exit(134, "abort", "last\nlines", OptionalInt.of(1), Exit.Blame.PROGRAM)),
                List.of())),
        Map.of("master", share, "worker1", NodeShare.NONE),
        99,
        1234);
  }

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory.resolve("plumbline.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void reopen() {
    store.close();
    open();
  }

  @Test
  void keepsAllOfAJob() {
    store.save(full(7));
    store.save(full(7));
    reopen();

    assertThat(store.job(READER, 7)).contains(full(7));
    assertThat(store.job(READER, 8)).isEmpty();
    assertThat(store.lastJob()).isEqualTo(7);
  }

  @Test
  void knowsWhichJobsAreNotOver() {
    assertThat(store.lastJob()).isZero();
    JobRecord queued = JobRecord.asked(8, asked("later"), NOW);
    store.save(full(7));
    store.save(queued);
    reopen();

    assertThat(store.jobsUnderWay(READER)).containsExactly(queued);
    assertThat(store.jobs(READER, 1)).containsExactly(queued);
    assertThat(store.jobs(READER, 9)).containsExactly(queued, full(7));
  }

  @Test
  void keepsDrains() {
    Drain ours = new Drain("worker1", "not clean", "plumbline", NOW, OptionalLong.of(7));
    Drain theirs = new Drain("master", "a new disk", "ada", NOW, OptionalLong.empty());
    store.save(ours);
    store.save(theirs);
    reopen();
    assertThat(store.drains()).containsExactly(theirs, ours);

    store.resume("worker1");
    assertThat(store.drains()).containsExactly(theirs);
  }
}
