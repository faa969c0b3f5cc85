package dev.plumbline.resources.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.files.InMemoryFiles;
import dev.plumbline.resources.host.processes.InMemoryProcesses;
import dev.plumbline.resources.host.processes.Result;
import dev.plumbline.resources.host.units.InMemoryUnits;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.UnitStatus.Active;
import dev.plumbline.resources.host.units.UnitStatus.Enablement;
import dev.plumbline.resources.host.units.UnitStatus.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceResourceTest {
  private static final ResourceId CONFIG = new ResourceId("file", "/etc/ssh/sshd_config");
  private static final ResourceId PACKAGE = new ResourceId("package", "docker.io");

  private final InMemoryUnits units = InMemoryUnits.freshlyInstalled();
  private final InMemoryProcesses processes =
      new InMemoryProcesses().answer("journalctl", new Result(0, "one\nport in use\n", ""));
  private final ServiceResource resource =
      new ServiceResource(
          units,
          InMemoryFiles.freshlyInstalled()
              .directory("/usr/lib/systemd/system")
              .file("/usr/lib/systemd/system/docker.service", ""),
          processes);

  private static ServiceSpec spec(String name, String yaml) {
    return Specs.of(ServiceResource.TYPE, name, yaml);
  }

  private List<Change> differs(String name, String yaml) throws Failure {
    return resource.diff(spec(name, yaml), resource.observe(spec(name, yaml)));
  }

  private void apply(String name, String yaml, ResourceId... changed) throws Failure {
    ServiceSpec spec = spec(name, yaml);
    List<Change> changes = new ArrayList<>(differs(name, yaml));
    changes.addAll(spec.reactions(Set.of(changed)));
    resource.apply(spec, resource.observe(spec), changes, Progress.SILENT);
  }

  private Optional<String> refused(String name, String yaml, ResourceId... awaits) throws Failure {
    ServiceSpec spec = spec(name, yaml);
    List<Change> changes = new ArrayList<>(differs(name, yaml));
    changes.addAll(spec.reactions(Set.of(CONFIG)));
    return resource
        .refuse(spec, resource.observe(spec), changes, Set.of(awaits))
        .map(Failure::getMessage);
  }

  @Test
  void onlyWhatIsSaidIsManaged() throws Failure {
    assertThat(differs("ssh", "{enabled: true, running: true, masked: false}")).isEmpty();
    assertThat(differs("ssh", "running: false")).containsExactly(Change.of("running", true, false));
    assertThat(differs("ssh.service", "enabled: false"))
        .containsExactly(Change.of("enabled", true, false));
    assertThat(differs("ssh", "masked: true")).containsExactly(Change.of("masked", false, true));
  }

  @Test
  void aUnitThatFailedIsStoppedAndDoesNotRun() throws Failure {
    units.unit(
        "x.service",
        new UnitStatus(Load.LOADED, Active.FAILED, "failed", Enablement.DISABLED, false));
    assertThat(differs("x", "running: false")).isEmpty();
    assertThat(differs("x", "running: true"))
        .containsExactly(Change.of("running", "false (failed, failed)", true));
  }

  @Test
  void aUnitThatIsNotThereIsAsGoodAsStopped() throws Failure {
    assertThat(differs("cups", "{running: false, enabled: false, masked: false}")).isEmpty();
    assertThat(differs("cups", "{running: true, enabled: true}"))
        .containsExactly(Change.of("enabled", null, true), Change.of("running", null, true));
  }

  @Test
  void aUnitThatIsNotThereMayComeWithAPackage() throws Failure {
    assertThat(refused("dockerd", "running: true"))
        .contains("unit dockerd.service does not exist on this node (did you mean 'docker'?)");
    assertThat(refused("dockerd", "running: true", PACKAGE)).isEmpty();
    assertThat(resource.mayBeSettled(resource.observe(spec("docker", "running: true")))).isTrue();
    assertThat(resource.mayBeSettled(resource.observe(spec("ssh", "running: true")))).isFalse();
    assertThat(refused("cups", "masked: true")).isEmpty();
  }

  @Test
  void saysWhyAUnitCannotBeWhatItMustBe() throws Failure {
    units
        .unit("a.service", Active.INACTIVE, Enablement.STATIC)
        .unit("b.service", Active.INACTIVE, Enablement.INDIRECT)
        .unit("c.service", Active.INACTIVE, Enablement.GENERATED)
        .unit(
            "m.service",
            new UnitStatus(Load.MASKED, Active.INACTIVE, "dead", Enablement.MASKED, false))
        .unit(
            "w.service",
            new UnitStatus(Load.BROKEN, Active.INACTIVE, "dead", Enablement.NONE, false))
        .unit(
            "r.service",
            new UnitStatus(Load.LOADED, Active.ACTIVE, "running", Enablement.ENABLED, false));
    assertThat(refused("a", "enabled: true").orElseThrow()).contains("only other units start it");
    assertThat(refused("b", "enabled: true").orElseThrow()).contains("comes with another unit");
    assertThat(refused("c", "enabled: true").orElseThrow()).contains("init script");
    assertThat(refused("a", "running: true")).isEmpty();
    assertThat(refused("m", "running: true")).contains("unit m.service is masked");
    assertThat(refused("m", "{running: true, masked: false}")).isEmpty();
    assertThat(refused("w", "running: true").orElseThrow()).contains("cannot use");
    assertThat(refused("r", "reload_on: 'file[/etc/ssh/sshd_config]'").orElseThrow())
        .contains("cannot read its configuration again");
  }

  @Test
  void unmasksAndEnablesBeforeItStarts() throws Failure {
    units.unit(
        "m.service",
        new UnitStatus(Load.MASKED, Active.INACTIVE, "dead", Enablement.MASKED, false));
    apply("m", "{masked: false, enabled: true, running: true}");
    assertThat(units.changes())
        .containsExactly("unmask m.service", "enable m.service", "start m.service");
    assertThat(differs("m", "{masked: false, enabled: true, running: true}")).isEmpty();
  }

  @Test
  void stopsBeforeItMasks() throws Failure {
    apply("ssh", "{masked: true, enabled: false, running: false}");
    assertThat(units.changes())
        .containsExactly("disable ssh.service", "stop ssh.service", "mask ssh.service");
  }

  @Test
  void reactsToWhatHasChanged() throws Failure {
    String restart = "{running: true, restart_on: 'file[/etc/ssh/sshd_config]'}";
    assertThat(spec("ssh", restart).reactions(Set.of(CONFIG)))
        .containsExactly(Change.of("restart", null, "because of file[/etc/ssh/sshd_config]"));
    assertThat(spec("ssh", restart).reactions(Set.of(PACKAGE))).isEmpty();
    apply("ssh", restart, CONFIG);
    apply("ssh", "{running: true, reload_on: 'file[/etc/ssh/sshd_config]'}", CONFIG);
    assertThat(units.changes()).containsExactly("restart ssh.service", "reload ssh.service");
  }

  @Test
  void aRestartMakesAReloadUnnecessary() {
    assertThat(
            spec(
                    "ssh",
                    "{restart_on: 'package[docker.io]', reload_on: 'file[/etc/ssh/sshd_config]'}")
                .reactions(Set.of(CONFIG, PACKAGE)))
        .containsExactly(Change.of("restart", null, "because of package[docker.io]"));
  }

  @Test
  void whatStartsOrDoesNotRunIsNotRestarted() throws Failure {
    units.unit("x.service", Active.INACTIVE, Enablement.DISABLED);
    apply("x", "{restart_on: 'file[/etc/ssh/sshd_config]'}", CONFIG);
    assertThat(units.changes()).isEmpty();
    apply("x", "{running: true, restart_on: 'file[/etc/ssh/sshd_config]'}", CONFIG);
    assertThat(units.changes()).containsExactly("start x.service");
  }

  @Test
  void aFailedStartTellsTheEndOfTheJournal() {
    units.unit("x.service", Active.INACTIVE, Enablement.DISABLED).failsToStart("x.service");
    assertThatThrownBy(() -> apply("x", "running: true"))
        .isInstanceOf(Failure.class)
        .hasMessage("start of x.service failed; its journal ends with: one; port in use");
  }

  @Test
  void aUnitThatEndsAtOnceCannotBeKeptRunning() {
    units.unit("x.service", Active.INACTIVE, Enablement.DISABLED).endsAtOnce("x.service");
    assertThatThrownBy(() -> apply("x", "running: true"))
        .hasMessageStartingWith("unit x.service ended as soon as it was started");
  }

  @Test
  void comesAfterPackagesItsTriggersAndItsOwnFiles() {
    ResourceId dropIn = new ResourceId("file", "/etc/systemd/system/ssh.service.d/x.conf");
    ResourceId other = new ResourceId("file", "/etc/systemd/system/sshguard.service");
    ServiceSpec ssh = spec("ssh", "restart_on: 'file[/etc/ssh/sshd_config]'");
    Set<ResourceId> catalog = Set.of(PACKAGE, CONFIG, dropIn, other);
    assertThat(ssh.requires(catalog)).containsExactlyInAnyOrder(CONFIG, dropIn);
    assertThat(ssh.follows(catalog)).containsExactly(PACKAGE);
  }

  @Test
  void anInstanceHasTheFilesOfItsTemplate() {
    ResourceId template = new ResourceId("file", "/etc/systemd/system/wg-quick@.service");
    assertThat(spec("wg-quick@wg0", "running: true").requires(Set.of(template)))
        .containsExactly(template);
  }
}
