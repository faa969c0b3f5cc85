package dev.plumbline.agent.job.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimesTest {
  private static final Placed RUNTIME =
      new Placed("jdk.tar.gz", new Content("0".repeat(64), 9), false);

  @TempDir Path directory;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  private final Courier silent =
      new Courier() {
        @Override
        public void fetch(List<? extends Intake> wanted) throws InterruptedException {
          asked.countDown();
          never.await();
        }

        @Override
        public void deliver(Content content, Source source) {}
      };

  private final Processes none =
      new Processes() {
        @Override
        public Result run(Command command) {
          throw new IllegalStateException("nothing came that could be unpacked");
        }

        @Override
        public Result runDetached(String name, Command command, Consumer<String> line) {
          throw new IllegalStateException("nothing of a job runs so");
        }
      };

  private static Thread bring(Runtimes runtimes) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            runtimes.bring(RUNTIME, _ -> {});
          } catch (Failure failure) {
            throw new AssertionError(failure);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Test
  void aJobThatIsEndedDoesNotWaitForWhatComesForAnother() throws Exception {
    Cache cache = new Cache(directory.resolve("content"), silent, InstantSource.system());
    Runtimes runtimes = new Runtimes(directory.resolve("runtimes"), cache, none);
    Thread first = bring(runtimes);
    asked.await();
    Thread second = bring(runtimes);

    second.interrupt();
    assertThat(second.join(Duration.ofSeconds(20))).isTrue();
    first.interrupt();
    assertThat(first.join(Duration.ofSeconds(20))).isTrue();
  }
}
