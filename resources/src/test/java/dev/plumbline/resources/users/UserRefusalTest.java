package dev.plumbline.resources.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.accounts.InMemoryAccounts;
import dev.plumbline.resources.host.files.InMemoryFiles;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserRefusalTest {
  private static final Set<ResourceId> PACKAGES = Set.of(new ResourceId("package", "docker.io"));

  private final InMemoryFiles files = InMemoryFiles.freshlyInstalled();
  private final InMemoryAccounts accounts = InMemoryAccounts.freshlyInstalled(files);
  private final UserResource resource = new UserResource(accounts, accounts, accounts, files);

  private Optional<String> refusal(String name, String yaml, Set<ResourceId> awaits)
      throws Failure {
    UserSpec spec = Specs.of(UserResource.TYPE, name, yaml);
    UserObservation observed = resource.observe(spec);
    return resource
        .refuse(spec, observed, resource.diff(spec, observed), awaits)
        .map(Failure::getMessage);
  }

  @Test
  void neverChangesUidOrHome() throws Failure {
    assertThat(refusal("ubuntu", "{uid: 7777}", PACKAGES))
        .contains(
            "user ubuntu has uid 1000, not 7777; the uid of a user is never changed, because files carry it");
    assertThat(refusal("ubuntu", "{home: /srv/ubuntu}", PACKAGES))
        .contains("user ubuntu lives in /home/ubuntu, not /srv/ubuntu; a home is never moved");
  }

  @Test
  void neverTakesNumbersOfOthers() throws Failure {
    accounts.group("mpi", 7777);

    assertThat(refusal("ann", "{uid: 1000}", PACKAGES))
        .contains("user ann cannot have uid 1000: user ubuntu has it");
    assertThat(refusal("ann", "{uid: 7777}", PACKAGES))
        .contains("user ann cannot have an own group with gid 7777: group mpi has it");
    assertThat(refusal("ann", "{uid: 7777, group: mpi}", Set.of())).isEmpty();
  }

  @Test
  void waitsForPackagesThatMayBringGroupOrShell() throws Failure {
    assertThat(refusal("ubuntu", "{groups: docker}", PACKAGES)).isEmpty();
    assertThat(refusal("ubuntu", "{groups: docker}", Set.of()))
        .contains("user ubuntu cannot be in docker: there is no such group");
    assertThat(refusal("ubuntu", "{shell: /bin/zsh}", PACKAGES)).isEmpty();
    assertThat(refusal("ubuntu", "{shell: /bin/zsh}", Set.of()))
        .contains("user ubuntu cannot have the shell /bin/zsh: it is not there");
  }

  @Test
  void comesAfterThePackagesOnlyWhereTheyMayBringSomething() {
    assertThat(requires("{groups: docker}")).containsAll(PACKAGES);
    assertThat(requires("{shell: /bin/zsh}")).containsAll(PACKAGES);
    assertThat(requires("{groups: [sudo, mpi], shell: /bin/bash}"))
        .doesNotContainAnyElementsOf(PACKAGES)
        .contains(new ResourceId("group", "mpi"), new ResourceId("group", "ann"));
  }

  private static Set<ResourceId> requires(String yaml) {
    ResourceId mpi = new ResourceId("group", "mpi");
    ResourceId docker = PACKAGES.iterator().next();
    return Specs.of(UserResource.TYPE, "ann", yaml).requires(Set.of(mpi, docker));
  }
}
