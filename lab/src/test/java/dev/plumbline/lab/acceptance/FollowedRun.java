package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A {@code plumb} that runs beside the test, in a process group of its own like on a terminal. */
final class FollowedRun {
  private static final Pattern NUMBER = Pattern.compile("job (\\d+) ");
  private static final int SECONDS = 120;
  private static final int PAUSE_MILLIS = 50;

  private final Process process;
  private final Path said;

  private FollowedRun(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /**
   * @param said everything that it prints goes there
   */
  static FollowedRun start(Plumb plumb, Path said, String... words) {
    return start(plumb.command(words), said);
  }

  static FollowedRun start(Command command, Path said) {
    // Who starts the test in the background may have left SIGINT ignored.
    ProcessBuilder builder =
        new ProcessBuilder(
            Command.of("setsid", "env", "--default-signal=INT").and(command.words()).words());
    builder.environment().putAll(command.environment());
    try {
      return new FollowedRun(
          builder.redirectErrorStream(true).redirectOutput(said.toFile()).start(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has printed something. */
  MatchResult awaits(String regex) throws InterruptedException {
    Pattern pattern = Pattern.compile(regex);
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS)) {
      var matcher = pattern.matcher(said());
      if (matcher.find()) {
        return matcher.toMatchResult();
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError("'" + regex + "' was not said:\n" + said());
  }

  /** The number of the job that it runs. */
  String job() throws InterruptedException {
    return awaits(NUMBER.pattern()).group(1);
  }

  /** As Ctrl-C on a terminal. */
  void interrupt() {
    Command.of("kill", "-INT", "--", "-" + process.pid()).output("interrupting plumb");
  }

  /** Waits for its end, and insists on an exit code; what it printed. */
  String ends(int exit) throws InterruptedException {
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("%s", said()).isTrue();
    assertThat(process.exitValue()).as("%s", said()).isEqualTo(exit);
    return said();
  }

  /** The lines of rank 0 that count, as they were printed. */
  static List<String> ticks(String said) {
    return said.lines().filter(line -> line.startsWith("[0 master] tick ")).toList();
  }
}
