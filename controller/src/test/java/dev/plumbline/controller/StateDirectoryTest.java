package dev.plumbline.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
  @TempDir Path directory;

  @Test
  void isPrivateAndIgnoredByGit() throws IOException {
    Path state = directory.resolve("a/.plumbline");
    try (StateDirectory taken = StateDirectory.take(state)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
          .isEqualTo("rwx------");
      assertThat(state.resolve(".gitignore")).hasContent("*");
      assertThat(state.resolve("controller.lock"))
          .hasContent(Long.toString(ProcessHandle.current().pid()));
      assertThat(taken.path()).isEqualTo(state.toRealPath());
    }
  }

  @Test
  void canBeTakenAgainAfterItWasLetGo() throws IOException {
    StateDirectory.take(directory).close();
    StateDirectory.take(directory).close();
  }

  @Test
  void aProcessThatHasItIsNamed() throws Exception {
    Path log = directory.resolve("out");
    ProcessBuilder controller =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ControllerMain.class.getName(),
            "--state",
            directory.resolve("s").toString(),
            "--socket",
            directory.resolve("x.sock").toString(),
            "--foreground");
    Process other = controller.redirectError(log.toFile()).start();
    try (var out = other.inputReader()) {
      assertThat(out.readLine())
          .as(() -> read(log))
          .startsWith("ready " + directory.resolve("x.sock"));

      assertThatThrownBy(() -> StateDirectory.take(directory.resolve("s")))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("a controller (pid " + other.pid() + ") runs for ");
      assertThat(controller.redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor())
          .isEqualTo(3);
    } finally {
      other.destroy();
    }
    other.waitFor();
    assertThat(directory.resolve("x.sock")).doesNotExist();
    assertThat(read(directory.resolve("s/controller.log"))).contains("the controller ends");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void aLogThatHasGrownLargeIsKeptOnceAndBegunAnew() throws IOException {
    Path file = directory.resolve("controller.log");
    try (LogFile log = LogFile.open(file, Clock.systemUTC(), false)) {
      for (int i = 0; i < 7; i++) {
        log.accept(i + " " + "x".repeat(1 << 20));
      }
      log.accept("the last line");
    }

    assertThat(Files.size(file)).isLessThan(8 << 20);
    assertThat(Files.readString(file)).endsWith("the last line\n");
    List<String> before = Files.readAllLines(directory.resolve("controller.log.1"));
    assertThat(before.size() + Files.readAllLines(file).size()).isEqualTo(8);
  }
}
