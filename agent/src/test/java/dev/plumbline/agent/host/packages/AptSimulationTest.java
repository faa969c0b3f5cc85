package dev.plumbline.agent.host.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.host.packages.Simulation;
import dev.plumbline.resources.host.processes.Result;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AptSimulationTest {
  private static Simulation.Possible possible(String name) {
    return (Simulation.Possible) AptSimulation.parse(new Result(0, Captured.text(name), ""));
  }

  private static String impossible(String name) {
    Result result = new Result(100, Captured.text(name + ".out"), Captured.text(name + ".err"));
    return ((Simulation.Impossible) AptSimulation.parse(result)).reason();
  }

  @Test
  void readsAdditionsAndUpgrades() {
    assertThat(possible("simulate-install.txt").actions())
        .hasSize(62)
        .contains(
            new Simulation.Install("openmpi-bin", Optional.empty(), "4.1.4-3+b1"),
            new Simulation.Configure("openmpi-bin", "4.1.4-3+b1"));
  }

  @Test
  void readsRemovals() {
    assertThat(possible("simulate-remove.txt").actions())
        .hasSize(7)
        .contains(
            new Simulation.Remove("perl", "5.36.0-7+deb12u3"),
            new Simulation.Remove("needrestart", "3.6-4+deb12u3"));
  }

  @Test
  void readsTheVersionThatIsReplaced() {
    assertThat(possible("simulate-downgrade.txt").actions())
        .contains(
            new Simulation.Install("libc6", Optional.of("2.36-9+deb12u14"), "2.36-9+deb12u7"));
  }

  @Test
  void saysWhyAptRefuses() {
    assertThat(impossible("simulate-unmet"))
        .isEqualTo(
            "exim4-config : Conflicts: postfix but 3.7.11-0+deb12u1 is to be installed;"
                + " exim4-daemon-light : Conflicts: mail-transport-agent;"
                + " postfix : Conflicts: mail-transport-agent");
    assertThat(impossible("simulate-virtual"))
        .startsWith(
            "Package mail-transport-agent is a virtual package provided by: ssmtp 2.64-11, sendmail-bin");
    assertThat(impossible("simulate-essential"))
        .isEqualTo("essential packages would be removed: perl-base");
  }
}
