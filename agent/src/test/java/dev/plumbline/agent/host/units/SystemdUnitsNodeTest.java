package dev.plumbline.agent.host.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.Units;
import dev.plumbline.resources.host.units.UnitsExam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("node")
class SystemdUnitsNodeTest extends UnitsExam {
  // Not below /etc, where a unit of that name could not be masked.
  private static final Path UNIT = Path.of("/usr/lib/systemd/system/plumbline-exam.service");
  private final Units units =
      new SystemdUnits(new Systemd1(new SystemBus(Path.of("/run/dbus/system_bus_socket"))));

  @Override
  protected Units units() {
    return units;
  }

  @Override
  protected String unit() {
    return "plumbline-exam.service";
  }

  @BeforeEach
  void install() throws IOException, Failure {
    write("/bin/sleep 1000");
  }

  @AfterEach
  void remove() throws IOException, Failure {
    units.stop(unit());
    Files.delete(UNIT);
    units.readFilesAgain();
  }

  private void write(String program) throws IOException, Failure {
    Files.writeString(
        UNIT,
        "[Service]\nExecStart="
            + program
            + "\nExecReload=/bin/true\n[Install]\nWantedBy=multi-user.target\n");
    units.readFilesAgain();
  }

  @Test
  void aUnitThatFailsToStartSaysWhy() throws IOException, Failure {
    Files.writeString(UNIT, "[Service]\nType=oneshot\nExecStart=/bin/sh -c \"exit 7\"\n");
    units.readFilesAgain();
    assertThatThrownBy(() -> units.start(unit()))
        .isInstanceOf(Failure.class)
        .hasMessage("starting plumbline-exam.service failed: exit-code 7");
    assertThat(units.status(unit()).active()).isEqualTo(UnitStatus.Active.FAILED);
  }

  @Test
  void aNameThatIsNoneIsAFailure() {
    assertThatThrownBy(() -> units.status("no unit")).isInstanceOf(Failure.class);
  }
}
