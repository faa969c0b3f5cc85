package dev.plumbline.agent.host.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.dbus.BusErrorException;
import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("node")
class TransientUnitsNodeTest {
  private static final Path OUTPUTS = Path.of("/run/plumbline-exam");
  private final Systemd1 systemd =
      new Systemd1(new SystemBus(Path.of("/run/dbus/system_bus_socket")));
  private final TransientUnits units = new TransientUnits(systemd, OUTPUTS);
  private final Processes processes = new SystemProcesses(units);
  private final List<String> lines = new ArrayList<>();

  private Result run(String script) throws Failure {
    return processes.runDetached("exam", Command.of("sh", "-c", script), lines::add);
  }

  @AfterEach
  void nothingIsLeft() throws Failure, IOException {
    assertThat(systemd.names("plumbline-work-*")).isEmpty();
    try (var files = Files.list(OUTPUTS)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void linesComeAsTheyAreWrittenAndTheExitCodeAtTheEnd() throws Failure {
    Result result = run("echo one; sleep 0.3; echo two >&2; printf three; exit 7");
    assertThat(lines).containsExactly("one", "two", "three");
    assertThat(result.exit()).isEqualTo(7);
    assertThat(result.out()).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void aSignalIsAnExitCodeToo() throws Failure {
    assertThat(run("kill -9 $$").exit()).isEqualTo(128 + 9);
  }

  @Test
  void systemdReplacesNothingInTheArguments() throws Failure {
    assertThat(
            processes
                .runDetached(
                    "exam",
                    Command.of("printf", "%s|", "$HOME", "${X}", "%n", "a b", "\\"),
                    l -> {})
                .out())
        .startsWith("$HOME|${X}|%n|a b|\\|");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() throws IOException {
    Files.createDirectories(OUTPUTS);
    assertThatThrownBy(
            () -> processes.runDetached("exam", Command.of("plumbline-nowhere"), l -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("there is no program plumbline-nowhere");
  }

  @Test
  void aProgramThatTakesTooLongIsEnded() {
    Command slow = Command.of("sleep", "1000").within(Duration.ofMillis(300));
    assertThatThrownBy(() -> processes.runDetached("exam", slow, l -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("'sleep 1000' was ended after");
  }

  @Test
  void whatAnAgentLeftRunningIsWaitedFor() throws Failure, BusErrorException, IOException {
    Path file = Files.createTempFile("exam", "");
    leave("sleep 1; echo done >" + file);
    units.finish(Duration.ofMinutes(1), l -> {});
    assertThat(file).hasContent("done");
    Files.delete(file);
  }

  @Test
  void newWorkWaitsForWorkOfTheSameNameThatWasLeft()
      throws Failure, BusErrorException, IOException {
    Path file = Files.createTempFile("exam", "");
    leave("sleep 1; echo first >>" + file);
    run("echo second >>" + file);
    assertThat(file).hasContent("first\nsecond");
    Files.delete(file);
  }

  /** As an agent does that dies right after it has started the unit. */
  private void leave(String script) throws Failure, BusErrorException, IOException {
    Files.createDirectories(OUTPUTS);
    units.start(
        "plumbline-work-exam.service",
        Command.of("sh", "-c", script),
        OUTPUTS.resolve("plumbline-work-exam.service.out"));
  }
}
