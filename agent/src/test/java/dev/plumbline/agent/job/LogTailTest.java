package dev.plumbline.agent.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.job.report.Answers;
import dev.plumbline.agent.job.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir Path directory;
  private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
  private final Answers answers =
      new Answers() {
        @Override
        public void report(Report report) {}

        @Override
        public void log(String job, long offset, byte[] data) {
          sent.add(
              job
                  + " "
                  + offset
                  + " "
                  + (data.length > 99
                      ? data.length + " bytes"
                      : new String(data, StandardCharsets.UTF_8)));
        }
      };
  private Path file = Path.of("");
  private LogTail tail = new LogTail("", file, answers);

  @BeforeEach
  void begin() throws IOException {
    file = Files.createFile(directory.resolve("log"));
    tail = new LogTail("7", file, answers);
    tail.grow();
    Thread.ofVirtual().start(tail);
  }

  @AfterEach
  void end() {
    tail.close();
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  private String next() throws InterruptedException {
    String next = sent.poll(20, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  @Test
  void sendsWhatIsWrittenWhenItIsWritten() throws Exception {
    tail.open();
    write("one\n");
    assertThat(next()).isEqualTo("7 0 one\n");
    write("two\n");
    assertThat(next()).isEqualTo("7 4 two\n");
    tail.grown();
    write("three");
    tail.kept(4);
    assertThat(next()).isEqualTo("7 8 three");
  }

  @Test
  void goesOnWhereTheControllerSays() throws Exception {
    tail.open();
    write("0123456789");
    assertThat(next()).isEqualTo("7 0 0123456789");
    tail.disconnected();
    tail.kept(6);
    assertThat(next()).isEqualTo("7 6 6789");
    tail.kept(10);
    write("ab");
    assertThat(next()).isEqualTo("7 10 ab");
  }

  @Test
  void isNeverFarAheadOfWhatIsKept() throws Exception {
    write("x".repeat(3 << 20));
    tail.open();
    for (int piece = 0; piece < 8; piece++) {
      assertThat(next()).isEqualTo("7 " + piece * (1 << 18) + " " + (1 << 18) + " bytes");
    }
    assertThat(sent.poll(300, TimeUnit.MILLISECONDS)).isNull();
    tail.kept(1 << 18);
    assertThat(next()).isEqualTo("7 " + (2 << 20) + " " + (1 << 18) + " bytes");
  }

  @Test
  void waitsForAFileThatIsNotThereYet() throws Exception {
    Path later = directory.resolve("later");
    LogTail early = new LogTail("7", later, answers);
    Thread thread = Thread.ofVirtual().start(early);
    early.kept(0);
    assertThat(thread.join(Duration.ofMillis(300))).isFalse();

    Files.writeString(later, "one\n");
    early.grow();
    assertThat(next()).isEqualTo("7 0 one\n");
    early.close();
  }
}
