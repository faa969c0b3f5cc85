package dev.plumbline.resources.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Batchable.Foreseen;
import dev.plumbline.resources.Batchable.Pending;
import dev.plumbline.resources.Batchable.SideEffect;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.packages.DpkgPackage.State;
import dev.plumbline.resources.host.packages.InMemoryPackages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageBatchTest {
  private final InMemoryPackages packages = InMemoryPackages.freshlyInstalled();
  private final PackageResource resource = new PackageResource(packages);
  private final List<Pending<PackageSpec, PackageObservation>> batch = new ArrayList<>();

  private void wants(String name, String yaml) throws Failure {
    wants(name, yaml, Set.of());
  }

  private void wants(String name, String yaml, Set<ResourceId> awaits) throws Failure {
    PackageSpec spec = Specs.of(PackageResource.TYPE, name, yaml);
    PackageObservation observed = resource.observe(spec);
    batch.add(new Pending<>(name, spec, observed, resource.diff(spec, observed), awaits));
  }

  private Foreseen foresee() throws Failure {
    Foreseen foreseen = resource.foresee(batch, Progress.SILENT);
    assertThat(packages.changes()).as("changes while planning").isEmpty();
    return foreseen;
  }

  private Map<String, Failure> apply() throws Failure {
    return resource.applyTogether(batch, Progress.SILENT);
  }

  private static SideEffect version(String name, String from, String to) {
    return new SideEffect(
        new ResourceId("package", name),
        Change.of("version", from.isEmpty() ? null : from, to.isEmpty() ? null : to));
  }

  @Test
  void saysTheVersionsAndWhatComesAlong() throws Failure {
    packages.offers("mpi", "4.1").offers("mpi-libs", "4.0").depends("mpi", "mpi-libs");
    wants("mpi", "hold: true");
    assertThat(foresee())
        .isEqualTo(
            new Foreseen(
                Map.of(
                    "mpi",
                    List.of(Change.of("version", null, "4.1"), Change.of("hold", false, true))),
                Map.of(),
                List.of(version("mpi-libs", "", "4.0"))));
    assertThat(apply()).isEmpty();
    assertThat(packages.changes()).containsExactly("apt [mpi] []", "HOLD [mpi]");
  }

  @Test
  void takesTheNewestThatAgrees() throws Failure {
    packages.offers("sl", "6.1", "5.2", "5.1").offers("vim", "9", "8");
    wants("sl", "version: '5.*'");
    wants("vim", "version: '8'");
    assertThat(foresee().changes().get("sl")).containsExactly(Change.of("version", null, "5.2"));
    apply();
    assertThat(packages.changes()).containsExactly("apt [sl=5.2, vim=8] []");
  }

  @Test
  void installsAndRemovesAtOnce() throws Failure {
    packages.offers("postfix", "3.7").conflicts("postfix", "exim4-daemon-light");
    wants("postfix", "present");
    wants("exim4-daemon-light", "absent");
    assertThat(foresee().sideEffects()).isEmpty();
    assertThat(apply()).isEmpty();
    assertThat(packages.changes()).containsExactly("apt [postfix] [exim4-daemon-light]");
  }

  @Test
  void aRemovalThatNobodyAllowsFailsItsCauseAlone() throws Failure {
    packages.offers("sl", "5").offers("postfix", "3.7").conflicts("postfix", "exim4-daemon-light");
    wants("postfix", "present");
    wants("sl", "present");
    Foreseen foreseen = foresee();
    assertThat(foreseen.failures()).containsOnlyKeys("postfix");
    assertThat(foreseen.failures().get("postfix"))
        .hasMessage(
            "installing postfix would also remove exim4-daemon-light, which nothing in the"
                + " inventory allows");
    assertThat(foreseen.failures().values())
        .extracting(Failure::remedy)
        .first()
        .asString()
        .contains("allow_removals: [exim4-daemon-light]");
    assertThat(foreseen.changes()).containsOnlyKeys("sl");
    assertThat(apply()).containsOnlyKeys("postfix");
    assertThat(packages.changes()).containsExactly("apt [sl] []");
  }

  @Test
  void anAllowedRemovalIsShown() throws Failure {
    packages.offers("postfix", "3.7").conflicts("postfix", "exim4-daemon-light");
    wants("postfix", "allow_removals: [exim4-daemon-light]");
    assertThat(foresee().sideEffects())
        .containsExactly(version("exim4-daemon-light", "4.96-15", ""));
    assertThat(apply()).isEmpty();
  }

  @Test
  void whatDoesNotExistFailsAloneAndIsGuessed() throws Failure {
    packages.offers("openmpi-bin", "4.1").offers("sl", "5");
    wants("openmpi-bim", "present");
    wants("sl", "present");
    Failure failure = foresee().failures().get("openmpi-bim");
    assertThat(failure)
        .hasMessage(
            "package openmpi-bim is in none of the archives (did you mean 'openmpi-bin'?);"
                + " searched: http://deb.debian.org/debian bookworm/main");
    assertThat(apply()).containsOnlyKeys("openmpi-bim");
    assertThat(packages.changes()).containsExactly("apt [sl] []");
  }

  @Test
  void anArchitectureThatIsNotThereIsSuspected() throws Failure {
    wants("libc6:i386", "present");
    assertThat(foresee().failures().values())
        .extracting(Failure::remedy)
        .first()
        .asString()
        .contains("dpkg --add-architecture");
  }

  @Test
  void whatDoesNotExistMayComeWithAnArchiveOfTheSamePlan() throws Failure {
    Set<ResourceId> archive = Set.of(new ResourceId("file", "/etc/apt/sources.list.d/x.list"));
    wants("special", "present", archive);
    assertThat(foresee()).isEqualTo(new Foreseen(Map.of(), Map.of(), List.of()));
  }

  @Test
  void aVersionThatDoesNotExistNamesThoseThatDo() throws Failure {
    packages.offers("sl", "6.1", "5.2");
    wants("sl", "version: '7.*'");
    assertThat(foresee().failures().get("sl"))
        .hasMessage("package sl cannot be had at version 7.*; the archives have 6.1, 5.2");
  }

  @Test
  void whatOnlyFailsTogetherFailsTogether() throws Failure {
    packages.offers("a1", "1").offers("b1", "1").conflicts("a1", "b1");
    wants("a1", "present");
    wants("b1", "present");
    assertThat(foresee().failures()).containsOnlyKeys("a1", "b1");
    assertThat(foresee().failures().get("b1"))
        .hasMessage("apt refuses installing a1, b1: a1 : Conflicts: b1");
  }

  @Test
  void whatIsOnHoldStaysUnlessTheInventorySpeaksOfIt() throws Failure {
    packages.offers("sl", "6").installed(InMemoryPackages.held("sl", "5"));
    wants("sl", "version: '6'");
    assertThat(foresee().failures().get("sl")).hasMessageContaining("is on hold");
    batch.clear();
    wants("sl", "{version: '6', hold: false}");
    assertThat(foresee().failures()).isEmpty();
  }

  @Test
  void whatIsOnHoldAndMustBeAbsentGoesWithItsHold() throws Failure {
    packages.installed(InMemoryPackages.held("sl", "5"));
    wants("sl", "absent");
    assertThat(foresee().failures()).isEmpty();
    assertThat(apply()).isEmpty();
    assertThat(packages.changes()).containsExactly("apt [] [sl]");
  }

  @Test
  void aNeighbourOnHoldIsNotTouched() throws Failure {
    packages
        .offers("postfix", "3.7")
        .conflicts("postfix", "exim4")
        .installed(InMemoryPackages.held("exim4", "4"));
    wants("postfix", "allow_removals: [exim4]");
    assertThat(foresee().failures().get("postfix"))
        .hasMessageContaining("on hold on this node: exim4");
  }

  @Test
  void anArchiveThatDoesNotAnswerFailsTheBatch() throws Failure {
    packages.outage(new Failure("a package archive cannot be read: timeout", "Mend it."));
    wants("sl", "present");
    assertThatThrownBy(this::foresee).hasMessageContaining("timeout");
  }

  @Test
  void whatOnlyNeedsANoteStartsNoApt() throws Failure {
    packages.installed(InMemoryPackages.known("sl", "5", State.INSTALLED));
    wants("sl", "hold: true");
    wants("exim4-daemon-light", "present");
    assertThat(foresee().failures()).isEmpty();
    assertThat(apply()).isEmpty();
    assertThat(packages.changes()).containsExactly("HOLD [sl]", "MANUAL [exim4-daemon-light]");
  }

  @Test
  void dpkgsFailureBelongsToThePackageThatItHit() throws Failure {
    packages.offers("sl", "5").offers("bad", "1").breaks("bad", "script failed: no license");
    wants("sl", "present");
    wants("bad", "present");
    assertThat(foresee().failures()).isEmpty();
    Map<String, Failure> failures = apply();
    assertThat(failures).containsOnlyKeys("bad");
    assertThat(failures.get("bad"))
        .hasMessage("dpkg failed at package bad: script failed: no license");
  }

  @Test
  void whatSomebodyElseHasDoneMeanwhileIsLeftOut() throws Failure {
    packages.offers("sl", "5").offers("vim", "9");
    wants("sl", "present");
    wants("vim", "present");
    packages.meanwhile(InMemoryPackages.known("sl", "5", State.INSTALLED));
    assertThat(apply()).isEmpty();
    assertThat(packages.changes()).containsExactly("apt [vim] []");
  }
}
