package dev.plumbline.lab.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.Inventories;
import dev.plumbline.lab.real.LabTest;
import dev.plumbline.lab.real.Nested;
import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One real engine, and what becomes of its configuration. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
class DockerTest {
  private Lab lab;
  private Fleet fleet;

  @BeforeAll
  void up(@TempDir Path directory) throws Failure {
    lab = Lab.up(Inventories.write(directory, "engine", "solo"));
    fleet = new Fleet(lab, directory);
    assertThat(fleet.apply(inventory("debug: false")))
        .hasSize(1)
        .allMatch(line -> line.contains("failed there is no Docker engine on this node"));
    node().run(Nested.ENGINE);
  }

  @AfterAll
  void down() {
    lab.down();
  }

  private LabNode node() {
    return lab.node("solo");
  }

  private static String inventory(String daemon) {
    return """
    cluster: engine
    nodes: {solo: {address: 192.168.56.10}}
    groups: {all: {state: {docker: {daemon: {%s}}}}}
    """
        .formatted(daemon);
  }

  private void converges(String daemon) throws Failure {
    assertThat(fleet.apply(inventory(daemon))).noneMatch(line -> line.contains(" failed "));
    assertThat(fleet.drift()).isEmpty();
    assertThat(fleet.apply(inventory(daemon))).isEmpty();
  }

  private String file() {
    return node().run("cat /etc/docker/daemon.json");
  }

  private String process() {
    return node().run("systemctl show --property MainPID docker").strip();
  }

  @Test
  void onlyItsOwnKeysChangeInTheFile() throws Failure {
    node()
        .run(
            "echo '{\"dns\": [\"192.0.2.1\"], \"log-opts\": {\"max-file\": \"2\"}}' >/etc/docker/daemon.json");

    converges("log-opts: {max-size: 10m}, log-driver: json-file");

    assertThat(file())
        .isEqualTo(
            """
            {
              "dns": ["192.0.2.1"],
              "log-opts": {
                "max-file": "2",
                "max-size": "10m"
              },
              "log-driver": "json-file"
            }
            """);
    assertThat(node().run("docker info --format '{{.LoggingDriver}}'")).isEqualTo("json-file\n");
  }

  @Test
  void whatTheEngineCanReadWhileItRunsNeedsNoRestart() throws Failure {
    converges("debug: false");
    String before = process();

    converges("debug: true");
    assertThat(process()).isEqualTo(before);
    assertThat(node().run("docker info --format '{{.Debug}}'")).isEqualTo("true\n");

    converges("debug: true, mtu: 1450");
    assertThat(process()).isNotEqualTo(before);
  }

  @Test
  void anEditedFileIsNamedAndMended() throws Failure {
    converges("debug: true");
    node().run("sed -i s/true/false/ /etc/docker/daemon.json");

    assertThat(fleet.drift()).containsExactly("solo docker");
    assertThat(fleet.apply(inventory("debug: true")))
        .containsExactly("solo docker changed daemon.debug");
    assertThat(fleet.drift()).isEmpty();
  }

  @Test
  void aFileThatTheEngineRefusesGoesBack() throws Failure {
    converges("debug: true");
    String before = file();

    assertThat(fleet.apply(inventory("debug: true, log-drivr: json-file")))
        .hasSize(1)
        .allMatch(line -> line.contains("log-drivr") && line.contains("failed"))
        .allMatch(line -> line.contains("don't match any configuration option"));
    assertThat(file()).isEqualTo(before);
    assertThat(node().run("docker info --format '{{.Debug}}'")).isEqualTo("true\n");
    String process = process();

    assertThat(fleet.apply(inventory("debug: true, insecure-registries: [\"bad/\"]")))
        .hasSize(1)
        .allMatch(line -> line.contains("failed") && line.contains("bad/"));
    assertThat(file()).isEqualTo(before);
    assertThat(process()).isEqualTo(process);
    converges("debug: true");
  }

  @Test
  void anEngineThatDoesNotRunIsNotStartedByLooking() throws Failure {
    converges("debug: true");
    node().run("systemctl stop docker");

    assertThat(fleet.drift()).containsExactly("solo docker");
    assertThat(node().exec("systemctl is-active docker").out()).isEqualTo("inactive\n");
    assertThat(fleet.apply(inventory("debug: true"))).containsExactly("solo docker changed engine");
    assertThat(fleet.drift()).isEmpty();
  }

  @Test
  void aRestartThatIsOwedIsMade() throws Failure {
    converges("debug: true");
    node().run("printf restart >/run/plumbline-docker-owes");
    String before = process();

    assertThat(fleet.drift()).containsExactly("solo docker");
    converges("debug: true");
    assertThat(process()).isNotEqualTo(before);
  }
}
