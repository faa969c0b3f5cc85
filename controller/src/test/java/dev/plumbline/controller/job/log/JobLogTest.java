package dev.plumbline.controller.job.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLogTest {
  @TempDir Path directory;

  private Path file() {
    return directory.resolve("7").resolve("log");
  }

  private static Piece piece(String text) {
    return new Piece(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> texts() throws IOException {
    return LogReader.read(file(), 0, Long.MAX_VALUE).stream().map(LogLine::text).toList();
  }

  @Test
  void keepsWholeLinesAndPassesOverWhatItHas() throws IOException {
    try (JobLog log = JobLog.open(file())) {
      assertThat(log.append("a", 0, piece("one\ntw"))).isTrue();
      assertThat(log.kept("a")).isEqualTo(4);
      assertThat(log.received("a")).isEqualTo(6);
      assertThat(log.append("a", 4, piece("two\n"))).isTrue();
      assertThat(log.append("a", 0, piece("one\n"))).isFalse();
      assertThat(log.append("a", 99, piece("after a gap\n"))).isFalse();
      assertThat(log.append("b", 0, piece("other"))).isFalse();
      assertThat(log.end("b")).isTrue();
      assertThat(log.kept("b")).isEqualTo(5);
    }
    assertThat(texts()).containsExactly("one", "two", "other");
  }

  @Test
  void knowsAfterAKillFromWhereOnToAsk() throws IOException {
    try (JobLog log = JobLog.open(file())) {
      log.append("a", 0, piece("one\nopen"));
      log.append("b", 0, piece("uno\ndos\n"));
    }
    Files.writeString(file(), "b 12 cut o", StandardOpenOption.APPEND);
    try (JobLog log = JobLog.open(file())) {
      assertThat(log.received("a")).isEqualTo(4);
      assertThat(log.received("b")).isEqualTo(8);
      log.append("a", 4, piece("open\n"));
    }
    assertThat(texts()).containsExactly("one", "uno", "dos", "open");
  }

  @Test
  void aFollowerGoesOnWhereItWas() throws IOException {
    try (JobLog log = JobLog.open(file())) {
      log.append("a", 0, piece("one\ntwo\n"));
      long next = LogReader.read(file(), 0, 1).getFirst().next();
      assertThat(LogReader.read(file(), next, Long.MAX_VALUE))
          .extracting(LogLine::text)
          .containsExactly("two");
    }
  }

  @Test
  void anotherAttemptBeginsItsLogsAnew() throws IOException {
    try (JobLog log = JobLog.open(file())) {
      log.append("a", 0, piece("one\n"));
      log.restart("attempt 2 begins");
      log.append("a", 0, piece("two\n"));
    }
    try (JobLog log = JobLog.open(file())) {
      assertThat(log.received("a")).isEqualTo(4);
    }
    assertThat(texts()).containsExactly("one", "attempt 2 begins", "two");
  }

  @Test
  void givesBackEveryLineHoweverItWasCutAndRepeated() throws IOException {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append("x".repeat(random.nextInt(30))).append(i).append('\n');
      }
      byte[] whole = text.toString().getBytes(StandardCharsets.UTF_8);
      Path one = directory.resolve("seed" + seed).resolve("log");
      int at = 0;
      while (at < whole.length) {
        // Each turn is a process of its own, which may have died before a line was whole.
        try (JobLog log = JobLog.open(one)) {
          at = (int) log.received("a");
          for (int i = random.nextInt(5); i >= 0 && at < whole.length; i--) {
            int from = Math.max(0, at - random.nextInt(20));
            int to = Math.min(whole.length, at + 1 + random.nextInt(60));
            log.append("a", from, new Piece(java.util.Arrays.copyOfRange(whole, from, to)));
            at = (int) log.received("a");
          }
        }
      }
      assertThat(
              LogReader.read(one, 0, Long.MAX_VALUE).stream()
                  .map(line -> line.text() + "\n")
                  .reduce("", String::concat))
          .as("seed %d", seed)
          .isEqualTo(text.toString());
    }
  }
}
