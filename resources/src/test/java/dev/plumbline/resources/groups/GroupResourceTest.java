package dev.plumbline.resources.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.contract.Convergence;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.accounts.InMemoryAccounts;
import dev.plumbline.resources.host.files.InMemoryFiles;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupResourceTest {
  private final InMemoryFiles files = InMemoryFiles.freshlyInstalled();
  private final InMemoryAccounts accounts = InMemoryAccounts.freshlyInstalled(files);
  private final GroupResource resource = new GroupResource(accounts, accounts);
  private final Convergence<GroupSpec, GroupObservation> group = new Convergence<>(resource);

  private static GroupSpec spec(String name, String yaml) {
    return Specs.of(GroupResource.TYPE, name, yaml);
  }

  private Optional<String> refusal(GroupSpec spec) throws Failure {
    GroupObservation observed = resource.observe(spec);
    return resource
        .refuse(spec, observed, resource.diff(spec, observed), Set.of())
        .map(Failure::getMessage);
  }

  @Test
  void saysWhatIsKnownOfNewGroup() throws Failure {
    assertThat(group.plan(spec("mpi", "{gid: 7000}")))
        .containsExactly(Change.of("state", null, "present"), Change.of("gid", null, 7000));
    assertThat(group.plan(spec("mpi", "{}")))
        .containsExactly(
            Change.of("state", null, "present"),
            new Change.KnownAfterApply("gid", null, "groupadd"));
  }

  @Test
  void takesGroupThatIsThereAsItIs() throws Failure {
    assertThat(group.plan(spec("sudo", "{}"))).isEmpty();
  }

  @Test
  void removesGroup() throws Failure {
    accounts.group("old", 5000);

    assertThat(group.apply(spec("old", "{state: absent}"))).isEmpty();

    assertThat(accounts.changes()).containsExactly("removeGroup old");
  }

  @Test
  void neverChangesGid() throws Failure {
    assertThat(refusal(spec("sudo", "{gid: 28}")))
        .contains(
            "group sudo has gid 27, not 28; the gid of a group is never changed, because files carry it");
  }

  @Test
  void neverTakesGidOfAnother() throws Failure {
    assertThat(refusal(spec("mpi", "{gid: 27}")))
        .contains("group mpi cannot have gid 27: group sudo has it");
    assertThat(refusal(spec("mpi", "{gid: 7000}"))).isEmpty();
  }

  @Test
  void goesAfterTheUsers() {
    ResourceId user = new ResourceId("user", "ann");

    assertThat(spec("old", "{state: absent}").requires(Set.of(user))).containsExactly(user);
    assertThat(spec("new", "{}").requires(Set.of(user))).isEmpty();
  }
}
