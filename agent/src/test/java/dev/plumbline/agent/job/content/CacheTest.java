package dev.plumbline.agent.job.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
  @TempDir Path directory;
  private final MemoryCourier courier = new MemoryCourier();
  private final AtomicLong done = new AtomicLong();
  private Instant now = Instant.ofEpochSecond(1_000_000);
  private Cache cache = new Cache(Path.of(""), courier, () -> now);

  @BeforeEach
  void open() {
    cache = new Cache(directory.resolve("content"), courier, () -> now);
  }

  private Path folder(String name) {
    return directory.resolve(name);
  }

  private void place(String name, Placed... files) throws Exception {
    cache.place(List.of(files), folder(name), done::addAndGet);
  }

  @Test
  void manyComeInOneCallAndWhatFailsLeavesTheOthersWhole() throws Exception {
    Content here = courier.add("here");
    place("1", new Placed("here", here, false));
    Content some = courier.add("some");
    Content more = courier.add("more, in pieces");
    courier.calls = 0;
    done.set(0);
    place(
        "2",
        new Placed("a", some, false),
        new Placed("here", here, false),
        new Placed("b", more, false),
        new Placed("c", some, false),
        new Placed("none", courier.add(""), false));
    assertThat(courier.calls).isEqualTo(1);
    assertThat(folder("2").resolve("b")).hasContent("more, in pieces");
    assertThat(folder("2").resolve("c")).hasContent("some");
    assertThat(folder("2").resolve("none")).isEmptyFile();
    assertThat(done).as("of every file").hasValue(4 + 4 + 15 + 4);

    Content first = courier.add("whole");
    Content damaged = courier.add("damaged");
    courier.damage(damaged);
    List<Content> both = first.hash().compareTo(damaged.hash()) < 0 ? List.of(first) : List.of();
    assertThatThrownBy(
            () -> place("3", new Placed("a", first, false), new Placed("b", damaged, false)))
        .isInstanceOf(Failure.class);
    assertThat(folder("3")).doesNotExist();
    courier.asked.clear();
    place("3", new Placed("a", first, false));
    assertThat(courier.asked).hasSize(1 - both.size());
  }

  @Test
  void aContentComesOnceForAllJobs() throws Exception {
    Content content = courier.add("0123456789");
    place("1", new Placed("a/b", content, false));
    place("2", new Placed("c", content, false));
    assertThat(folder("1").resolve("a/b")).hasContent("0123456789");
    assertThat(folder("2").resolve("c")).hasContent("0123456789");
    assertThat(courier.asked).hasSize(1);
    assertThat(done).hasValue(20);
  }

  @Test
  void whatWasCutGoesOnWhereItWas() throws Exception {
    Content content = courier.add("0123456789");
    courier.pieces = 2;
    assertThatThrownBy(() -> cache.bring(content, done::addAndGet)).hasMessage("it is gone");
    courier.pieces = -1;
    open();
    assertThat(cache.bring(content, done::addAndGet)).hasContent("0123456789");
    assertThat(courier.asked).extracting(each -> each.substring(4)).containsExactly("@0", "@8");
  }

  @Test
  void otherBytesAreNotTaken() throws Exception {
    Content content = courier.add("0123456789");
    courier.damage(content);
    assertThatThrownBy(() -> cache.bring(content, done::addAndGet))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("what came as the content " + content.hash());
    courier.add("0123456789");
    assertThat(cache.bring(content, done::addAndGet)).hasContent("0123456789");
  }

  @Test
  void nobodyWritesIntoWhatOthersUse() throws Exception {
    Content content = courier.add("x");
    place("1", new Placed("data", content, false));
    place("1", new Placed("run", content, true));
    assertThat(mode("1/data")).isEqualTo("r--r--r--");
    assertThat(mode("1/run")).isEqualTo("r-xr-xr-x");
  }

  private String mode(String file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder(file)));
  }

  @Test
  void anEmptyFileIsAFileToo() throws Exception {
    place("1", new Placed("none", courier.add(""), false));
    assertThat(folder("1").resolve("none")).isEmptyFile();
  }

  @Test
  void whatNoJobUsesGoesTheLongestUnusedFirst() throws Exception {
    Content used = courier.add("used by a job");
    Content older = courier.add("older content");
    Content newer = courier.add("newer content");
    place("1", new Placed("a", used, false));
    for (Content content : new Content[] {newer, older}) {
      now =
          content.equals(newer)
              ? Instant.ofEpochSecond(3_000_000)
              : Instant.ofEpochSecond(2_000_000);
      place("2", new Placed("b", content, false));
      Files.delete(folder("2").resolve("b"));
    }
    cache.trim(15);
    courier.asked.clear();
    cache.bring(used, done::addAndGet);
    cache.bring(newer, done::addAndGet);
    assertThat(courier.asked).isEmpty();
    cache.bring(older, done::addAndGet);
    assertThat(courier.asked).hasSize(1);
  }

  @Test
  void jobsThatNeedTheSameProgramAtOnceAllGetAllOfIt() throws Exception {
    byte[] program = new byte[2 << 20];
    Arrays.fill(program, (byte) 'x');
    Placed placed = new Placed("run", courier.add(program), true);
    List<CompletableFuture<Path>> jobs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path job = folder("job" + i);
      jobs.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  cache.place(List.of(placed), job, done::addAndGet);
                  return job.resolve("run");
                } catch (Failure | InterruptedException e) {
                  throw new CompletionException(e);
                }
              },
              task -> Thread.ofPlatform().start(task)));
    }
    for (CompletableFuture<Path> job : jobs) {
      assertThat(job.get(30, TimeUnit.SECONDS)).hasBinaryContent(program).isExecutable();
    }
  }

  @Test
  void whatLostItsBytesInAPowerCutComesAnew() throws Exception {
    Content content = courier.add("0123456789");
    Placed program = new Placed("run", content, true);
    place("1", program);
    Path file = cache.bring(content, done::addAndGet);
    for (Path lost : List.of(file, file.resolveSibling(content.hash() + ".x"))) {
      Files.delete(lost);
      Files.createFile(lost);
    }

    place("2", program);
    assertThat(folder("2").resolve("run")).hasContent("0123456789");
  }

  @Test
  void whatIsOnItsWayIsNotClearedAway() throws Exception {
    Content content = courier.add("0123456789");
    Courier clearing =
        new Courier() {
          @Override
          public void fetch(List<? extends Intake> wanted) throws Failure {
            courier.fetch(wanted.stream().map(CacheTest.this::clearing).toList());
          }

          @Override
          public void deliver(Content brought, Source source) {}
        };
    cache = new Cache(directory.resolve("content"), clearing, () -> now);
    assertThat(cache.bring(content, done::addAndGet)).hasContent("0123456789");
  }

  /** Clears after each piece. */
  private Courier.Intake clearing(Courier.Intake intake) {
    return new Courier.Intake() {
      @Override
      public Content content() {
        return intake.content();
      }

      @Override
      public long have() {
        return intake.have();
      }

      @Override
      public void write(byte[] bytes) throws IOException, Failure {
        intake.write(bytes);
        clear();
      }
    };
  }

  /** As another job does that is forgotten. */
  private void clear() {
    CompletableFuture.runAsync(
            () -> {
              try {
                cache.trim(0);
              } catch (Failure failure) {
                throw new CompletionException(failure);
              }
            },
            task -> Thread.ofPlatform().start(task))
        .join();
  }
}
