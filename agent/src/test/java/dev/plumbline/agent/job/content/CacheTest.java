package dev.plumbline.agent.job.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.resources.Failure;
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

  @Test
  void aContentComesOnceForAllJobs() throws Exception {
    Content content = courier.add("0123456789");
    cache.place(new Placed("a/b", content, false), folder("1"), done::addAndGet);
    cache.place(new Placed("c", content, false), folder("2"), done::addAndGet);
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
    cache.place(new Placed("data", content, false), folder("1"), done::addAndGet);
    cache.place(new Placed("run", content, true), folder("1"), done::addAndGet);
    assertThat(mode("1/data")).isEqualTo("r--r--r--");
    assertThat(mode("1/run")).isEqualTo("r-xr-xr-x");
  }

  private String mode(String file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder(file)));
  }

  @Test
  void anEmptyFileIsAFileToo() throws Exception {
    cache.place(new Placed("none", courier.add(""), false), folder("1"), done::addAndGet);
    assertThat(folder("1").resolve("none")).isEmptyFile();
  }

  @Test
  void whatNoJobUsesGoesTheLongestUnusedFirst() throws Exception {
    Content used = courier.add("used by a job");
    Content older = courier.add("older content");
    Content newer = courier.add("newer content");
    cache.place(new Placed("a", used, false), folder("1"), done::addAndGet);
    for (Content content : new Content[] {newer, older}) {
      now =
          content.equals(newer)
              ? Instant.ofEpochSecond(3_000_000)
              : Instant.ofEpochSecond(2_000_000);
      cache.place(new Placed("b", content, false), folder("2"), done::addAndGet);
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
                  cache.place(placed, job, done::addAndGet);
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
    cache.place(program, folder("1"), done::addAndGet);
    Path file = cache.bring(content, done::addAndGet);
    for (Path lost : List.of(file, file.resolveSibling(content.hash() + ".x"))) {
      Files.delete(lost);
      Files.createFile(lost);
    }

    cache.place(program, folder("2"), done::addAndGet);
    assertThat(folder("2").resolve("run")).hasContent("0123456789");
  }

  @Test
  void whatIsOnItsWayIsNotClearedAway() throws Exception {
    Content content = courier.add("0123456789");
    Courier clearing =
        new Courier() {
          @Override
          public void fetch(Content wanted, long offset, Sink sink) throws Failure {
            courier.fetch(
                wanted,
                offset,
                bytes -> {
                  sink.write(bytes);
                  clear();
                });
          }

          @Override
          public void deliver(Content brought, Source source) {}
        };
    cache = new Cache(directory.resolve("content"), clearing, () -> now);
    assertThat(cache.bring(content, done::addAndGet)).hasContent("0123456789");
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
