package dev.plumbline.resources.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.Convergence;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.engine.InMemoryEngine;
import dev.plumbline.resources.host.files.InMemoryFiles;
import dev.plumbline.resources.host.processes.InMemoryProcesses;
import dev.plumbline.resources.host.processes.Result;
import dev.plumbline.resources.host.units.InMemoryUnits;
import dev.plumbline.resources.host.units.UnitStatus.Active;
import dev.plumbline.resources.host.units.UnitStatus.Enablement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DockerResourceTest {
  private static final String FILE = "/etc/docker/daemon.json";
  private static final String UNIT = "docker.service";
  private static final String OWED = "/run/plumbline-docker-owes";

  private final InMemoryEngine engine = new InMemoryEngine();
  private final InMemoryUnits units =
      new InMemoryUnits().unit(UNIT, Active.ACTIVE, Enablement.ENABLED);
  private final InMemoryFiles files =
      InMemoryFiles.freshlyInstalled().directory("/etc/docker").directory("/run");
  private final InMemoryProcesses processes =
      new InMemoryProcesses()
          .answer("dockerd --validate", new Result(125, "", "unknown flag: --validate"))
          .answer("journalctl", new Result(0, "level=error msg=\"no such option\"\n", ""));
  private final DockerResource docker = new DockerResource(engine, units, files, processes);
  private final Convergence<DockerSpec, DockerObservation> convergence = new Convergence<>(docker);

  private static DockerSpec spec(String yaml) {
    return Specs.of(DockerResource.TYPE, "", yaml);
  }

  @Test
  void comparesOnlyItsOwnKeys() throws Failure {
    files.file(
        FILE, "{\"dns\": [\"192.0.2.1\"], \"log-opts\": {\"max-file\": \"2\"}, \"mtu\": 1450}");

    assertThat(convergence.plan(spec("daemon: {mtu: 1450.0, log-opts: {max-file: \"2\"}}")))
        .isEmpty();
    assertThat(convergence.plan(spec("daemon: {mtu: 1400, log-opts: {max-size: 10m}}")))
        .containsExactly(
            Change.of("daemon.log-opts.max-size", null, "10m"),
            Change.of("daemon.mtu", "1450", "1400"));
    assertThat(convergence.plan(spec("{exclusive: true, daemon: {mtu: 1450}}")))
        .containsExactly(
            Change.of("daemon.dns", "[\"192.0.2.1\"]", null),
            Change.of("daemon.log-opts.max-file", "2", null));
  }

  @Test
  void restartsForWhatIsReadAtStartOnly() throws Failure {
    files.file(FILE, "{\"dns\": []}");

    assertThat(convergence.apply(spec("daemon: {mtu: 1450}"))).isEmpty();
    assertThat(units.changes()).containsExactly("restart " + UNIT);
    assertThat(files.text(FILE)).isEqualTo("{\n  \"dns\": [],\n  \"mtu\": 1450\n}\n");
    assertThat(files.status(java.nio.file.Path.of(OWED))).isEmpty();
  }

  @Test
  void reloadsForWhatIsReadAgain() throws Failure {
    assertThat(convergence.apply(spec("daemon: {debug: true}"))).isEmpty();
    assertThat(units.changes()).containsExactly("reload " + UNIT);
  }

  @Test
  void aKeyThatGoesNeedsRestart() throws Failure {
    files.file(FILE, "{\"debug\": true}");

    assertThat(convergence.apply(spec("exclusive: true"))).isEmpty();
    assertThat(units.changes()).containsExactly("restart " + UNIT);
  }

  @Test
  void refusesWhatTheProgramRefuses() {
    InMemoryProcesses strict =
        new InMemoryProcesses()
            .answer("dockerd --validate", new Result(1, "", "unable to configure: bad\n"));
    DockerResource checked = new DockerResource(engine, units, files, strict);

    assertThatThrownBy(() -> new Convergence<>(checked).apply(spec("daemon: {debugg: true}")))
        .isInstanceOf(Failure.class)
        .hasMessage("the Docker engine would not take this daemon.json: unable to configure: bad");
    assertThat(units.changes()).isEmpty();
    assertThat(files.list(java.nio.file.Path.of("/etc/docker"))).isEmpty();
  }

  @Test
  void putsTheOldFileBackWhenTheEngineDoesNotReload() {
    files.file(FILE, "{\"debug\": false}");
    engine.refusesToReload();

    assertThatThrownBy(() -> convergence.apply(spec("daemon: {debug: true}")))
        .hasMessageContaining("did not take its new configuration: no such option")
        .hasMessageContaining("going back to the old file failed too");
    assertThat(files.text(FILE)).isEqualTo("{\"debug\": false}");
  }

  @Test
  void putsTheOldFileBackWhenTheEngineDoesNotStart() {
    files.file(FILE, "{}");
    units.failsToStart(UNIT);

    assertThatThrownBy(() -> convergence.apply(spec("daemon: {mtu: 1}")))
        .hasMessageContaining("the Docker engine did not start: no such option");
    assertThat(files.text(FILE)).isEqualTo("{}");
    assertThat(units.changes())
        .containsExactly("restart " + UNIT, "forget failures of " + UNIT, "restart " + UNIT);
  }

  @Test
  void startsAnEngineThatDoesNotRunUnlessItsServiceIsManaged() throws Failure {
    units.unit(UNIT, Active.INACTIVE, Enablement.ENABLED);
    DockerSpec alone = spec("{}");
    DockerSpec served = new DockerSpec(alone.daemon(), false, Optional.of(true));

    assertThat(convergence.plan(served)).isEmpty();
    assertThat(convergence.plan(alone)).containsExactly(Change.of("engine", "stopped", "running"));
    assertThat(convergence.apply(alone)).isEmpty();
    assertThat(units.changes()).containsExactly("start " + UNIT);
  }

  @Test
  void aRestartThatIsOwedIsMade() throws Failure {
    files.file(OWED, "restart");

    assertThat(convergence.plan(spec("{}")))
        .containsExactly(Change.of("engine", "has an older daemon.json", "restarted"));
    assertThat(convergence.apply(spec("{}"))).isEmpty();
    assertThat(units.changes()).containsExactly("restart " + UNIT);
  }

  @Test
  void anEngineThatIsNotThereIsRefusedUnlessSomethingBringsIt() throws Failure {
    DockerResource bare = new DockerResource(engine, new InMemoryUnits(), files, processes);
    DockerObservation observed = bare.observe(spec("{}"));
    List<Change> changes = bare.diff(spec("{}"), observed);

    assertThat(bare.mayBeSettled(observed)).isTrue();
    assertThat(bare.refuse(spec("{}"), observed, changes, Set.of()))
        .hasValueSatisfying(
            failure -> assertThat(failure).hasMessageContaining("no Docker engine"));
    assertThat(
            bare.refuse(
                spec("{}"),
                observed,
                changes,
                Set.of(new dev.plumbline.resources.ResourceId("package", "docker.io"))))
        .isEmpty();
  }

  @Test
  void failsOnASilentEngineAndOnAFileThatIsNoJson() {
    files.file(FILE, "{");
    assertThatThrownBy(() -> docker.observe(spec("{}"))).hasMessageContaining("is not JSON");
    files.file(FILE, "[]");
    assertThatThrownBy(() -> docker.observe(spec("{}"))).hasMessageContaining("no JSON object");
    engine.silent();
    assertThatThrownBy(() -> docker.observe(spec("{}"))).hasMessageContaining("does not answer");
  }
}
