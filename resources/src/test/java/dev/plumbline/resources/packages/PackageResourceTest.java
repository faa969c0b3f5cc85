package dev.plumbline.resources.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.packages.DpkgPackage;
import dev.plumbline.resources.host.packages.DpkgPackage.State;
import dev.plumbline.resources.host.packages.InMemoryPackages;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageResourceTest {
  private final InMemoryPackages packages = InMemoryPackages.freshlyInstalled();

  private List<Change> differs(String name, String yaml) throws Failure {
    PackageResource resource = new PackageResource(packages);
    PackageSpec spec = Specs.of(PackageResource.TYPE, name, yaml);
    return resource.diff(spec, resource.observe(spec));
  }

  private void sl(String version, State state) {
    packages.installed(InMemoryPackages.known("sl", version, state));
  }

  @Test
  void whatIsMissingComesFromTheArchive() throws Failure {
    assertThat(differs("sl", "present"))
        .containsExactly(new Change.KnownAfterApply("version", null, "the archive"));
    assertThat(differs("sl", "version: '5.*'"))
        .containsExactly(new Change.KnownAfterApply("version", null, "the archive (5.*)"));
    assertThat(differs("sl", "version: 5.02-1"))
        .containsExactly(Change.of("version", null, "5.02-1"));
    assertThat(differs("sl", "absent")).isEmpty();
  }

  @Test
  void anyVersionAgreesUnlessOneIsSaid() throws Failure {
    sl("5.02-1", State.INSTALLED);
    assertThat(differs("sl", "present")).isEmpty();
    assertThat(differs("sl:amd64", "present")).isEmpty();
    assertThat(differs("sl", "version: 5.02-1")).isEmpty();
    assertThat(differs("sl", "version: '5.*'")).isEmpty();
    assertThat(differs("sl", "version: 5.03-1"))
        .containsExactly(Change.of("version", "5.02-1", "5.03-1"));
    assertThat(differs("sl", "version: '6.*'"))
        .containsExactly(new Change.KnownAfterApply("version", "5.02-1", "the archive (6.*)"));
    assertThat(differs("sl:i386", "present")).hasSize(1);
    assertThat(differs("sl", "absent")).containsExactly(Change.of("version", "5.02-1", null));
  }

  @Test
  void whatDpkgHasNotFinishedDiffers() throws Failure {
    for (State state :
        List.of(
            State.HALF_INSTALLED,
            State.UNPACKED,
            State.HALF_CONFIGURED,
            State.TRIGGERS_AWAITED,
            State.TRIGGERS_PENDING)) {
      sl("5.02-1", state);
      assertThat(differs("sl", "present")).containsExactly(Change.of("state", state, "installed"));
      assertThat(differs("sl", "absent")).containsExactly(Change.of("version", "5.02-1", null));
    }
    packages.installed(
        new DpkgPackage("sl", "amd64", "5.02-1", State.INSTALLED, false, true, false, List.of()));
    assertThat(differs("sl", "present"))
        .containsExactly(Change.of("state", "damaged", "installed"));
  }

  @Test
  void configurationFilesAreNotThePackage() throws Failure {
    sl("5.02-1", State.CONFIG_FILES);
    assertThat(differs("sl", "present")).hasSize(1);
    assertThat(differs("sl", "absent")).isEmpty();
  }

  @Test
  void whatCameWithOthersHasToStayWithoutThem() throws Failure {
    assertThat(differs("exim4-daemon-light", "present"))
        .containsExactly(Change.of("mark", "automatic", "manual"));
  }

  @Test
  void aVirtualPackageAgreesWhenAnythingProvidesIt() throws Failure {
    assertThat(differs("mail-transport-agent", "present")).isEmpty();
    assertThat(differs("mail-transport-agent", "version: '1'")).hasSize(1);
    assertThat(differs("awk", "present")).hasSize(1);
  }

  @Test
  void holdIsManagedOnlyWhereItIsSaid() throws Failure {
    packages.installed(InMemoryPackages.held("sl", "5.02-1"));
    assertThat(differs("sl", "present")).isEmpty();
    assertThat(differs("sl", "hold: true")).isEmpty();
    assertThat(differs("sl", "hold: false")).containsExactly(Change.of("hold", true, false));
    assertThat(differs("sl", "absent"))
        .containsExactly(Change.of("version", "5.02-1", null), Change.of("hold", true, null));
  }

  @Test
  void comesAfterTheArchivesThatFilesDescribe() {
    ResourceId archive = new ResourceId("file", "/etc/apt/sources.list.d/x.list");
    ResourceId other = new ResourceId("file", "/etc/motd");
    assertThat(Specs.of(PackageResource.TYPE, "sl", "present").requires(Set.of(archive, other)))
        .containsExactly(archive);
  }
}
