package dev.plumbline.agent.host.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SystemProcessesTest {
  private final Processes processes =
      new SystemProcesses(
          new TransientUnits(
              new Systemd1(new SystemBus(Path.of("/nowhere"))), Path.of("/nowhere")));

  @Test
  void outputErrorsAndExitCodeComeBack() throws Failure {
    Result result =
        processes.run(Command.of("sh", "-c", "echo out; echo first >&2; echo last >&2; exit 3"));
    assertThat(result).isEqualTo(new Result(3, "out\n", "first\nlast\n"));
    assertThat(result.succeeded()).isFalse();
    assertThat(result.lastLine()).isEqualTo("last");
  }

  @Test
  void noShellTouchesTheArguments() throws Failure {
    assertThat(processes.run(Command.of("printf", "%s|", "a b", "$HOME", "*", "")).out())
        .isEqualTo("a b|$HOME|*||");
  }

  @Test
  void theProgramGetsItsInputAndThenTheEnd() throws Failure {
    assertThat(processes.run(Command.of("cat").withInput("größer\n")).out()).isEqualTo("größer\n");
    assertThat(processes.run(Command.of("cat")).out()).isEmpty();
  }

  @Test
  void aProgramThatDoesNotReadItsInputDoesNoHarm() throws Failure {
    assertThat(processes.run(Command.of("true").withInput("x".repeat(1 << 20))).succeeded())
        .isTrue();
  }

  @Test
  void theEnvironmentIsOursAlone() throws Failure {
    assertThat(processes.run(Command.of("env").with("KEY", "value")).out().lines())
        .contains("KEY=value", "LC_ALL=C.UTF-8", "HOME=/root")
        .allMatch(line -> line.matches("(KEY|LC_ALL|HOME|PATH|PWD|SHLVL|_)=.*"));
  }

  @Test
  void onlyTheEndOfEndlessOutputIsKept() throws Failure {
    String out = processes.run(Command.of("sh", "-c", "seq 1 1000000; echo end")).out();
    assertThat(out).hasSize(1 << 20).endsWith("1000000\nend\n");
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> processes.run(Command.of("plumbline-nowhere", "-x")))
        .isInstanceOf(Failure.class)
        .hasMessage("cannot run 'plumbline-nowhere -x': there is no program plumbline-nowhere");
    assertThatThrownBy(() -> processes.run(Command.of("relative/program")))
        .isInstanceOf(Failure.class);
  }

  @Test
  void aProgramThatTakesTooLongIsEndedWithItsChildren() throws Failure {
    Command slow = Command.of("sh", "-c", "sleep 1000 & wait").within(Duration.ofMillis(200));
    assertThatThrownBy(() -> processes.run(slow))
        .isInstanceOf(Failure.class)
        .hasMessage("'sh -c sleep 1000 & wait' was ended after 0 s");
  }

  @Test
  void whatMustSucceedFailsWithItsLastWords() {
    assertThatThrownBy(
            () -> processes.mustRun(Command.of("sh", "-c", "echo why >&2; exit 9"), "do this"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure)
                  .hasMessage("'sh -c echo why >&2; exit 9' ended with exit code 9: why");
              assertThat(failure.remedy()).isEqualTo("do this");
            });
  }

  @Test
  void aSecretInTheInputIsInNoMessage() {
    Command command = Command.of("sh", "-c", "exit 1").withInput("s3cret").with("K", "s3cret");
    assertThat(command.toString()).doesNotContain("s3cret");
    assertThatThrownBy(() -> processes.mustRun(command, "do this"))
        .hasMessageNotContaining("s3cret");
  }
}
