package dev.plumbline.resources.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.Convergence;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.accounts.InMemoryAccounts;
import dev.plumbline.resources.host.files.InMemoryFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UserResourceTest {
  private static final String HASH = "$6$salt$abcdefgh";

  private final InMemoryFiles files = InMemoryFiles.freshlyInstalled();
  private final InMemoryAccounts accounts = InMemoryAccounts.freshlyInstalled(files);
  private final UserResource resource = new UserResource(accounts, accounts, accounts, files);
  private final Convergence<UserSpec, UserObservation> user = new Convergence<>(resource);

  private static UserSpec spec(String name, String yaml) {
    return Specs.of(UserResource.TYPE, name, yaml);
  }

  @Test
  void makesUserWithGroupOfItsOwn() throws Failure {
    UserSpec spec = spec("mpihpc", "{uid: 7777, groups: [sudo, adm], shell: /bin/bash}");

    assertThat(user.plan(spec))
        .containsExactly(
            Change.of("state", null, "present"),
            Change.of("uid", null, 7777),
            Change.of("group", null, "mpihpc"),
            Change.of("groups", null, "adm, sudo"),
            Change.of("shell", null, "/bin/bash"),
            Change.of("home", null, "/home/mpihpc"));
    assertThat(user.apply(spec)).isEmpty();

    assertThat(accounts.users())
        .contains(new Accounts.User("mpihpc", 7777, 7777, "", "/home/mpihpc", "/bin/bash"));
    assertThat(accounts.changes())
        .containsExactly("addUser mpihpc", "addToGroup mpihpc adm", "addToGroup mpihpc sudo");
  }

  @Test
  void leavesAloneWhatIsNotGiven() throws Failure {
    assertThat(user.plan(spec("ubuntu", "{}"))).isEmpty();
  }

  @Test
  void changesOnlyWhatDiffers() throws Failure {
    UserSpec spec = spec("ubuntu", "{shell: /bin/sh, comment: Me, groups: [games]}");

    assertThat(user.plan(spec))
        .containsExactly(
            Change.of("groups", "sudo", "games, sudo"),
            Change.of("shell", "/bin/bash", "/bin/sh"),
            Change.of("comment", "Ubuntu", "Me"));
    assertThat(user.apply(spec)).isEmpty();

    assertThat(accounts.changes()).containsExactly("changeUser ubuntu", "addToGroup ubuntu games");
  }

  @Test
  void takesOtherGroupsAwayOnlyWhereTheListIsExclusive() throws Failure {
    assertThat(user.apply(spec("ubuntu", "{groups: games, exclusive: true}"))).isEmpty();

    assertThat(accounts.changes())
        .containsExactly("addToGroup ubuntu games", "removeFromGroup ubuntu sudo");
  }

  @Test
  void findsHomeThatIsMissing() throws Failure {
    files.remove(Path.of("/home/ubuntu"));

    assertThat(user.plan(spec("ubuntu", "{}")))
        .containsExactly(Change.of("home_directory", null, "present"));
    assertThat(user.apply(spec("ubuntu", "{}"))).isEmpty();

    assertThat(accounts.changes()).containsExactly("makeHome ubuntu");
  }

  @Test
  void setsPasswordWithoutShowingIt() throws Failure {
    UserSpec spec = spec("ubuntu", "{password_hash: \"" + HASH + "\"}");

    assertThat(user.plan(spec)).containsExactly(new Change.Hidden("password_hash"));
    assertThat(user.apply(spec)).isEmpty();

    assertThat(accounts.hash("ubuntu")).contains(HASH);
    assertThat(resource.observe(spec).toString()).doesNotContain(HASH);
  }

  @Test
  void removesUser() throws Failure {
    assertThat(user.apply(spec("ubuntu", "{state: absent}"))).isEmpty();
    assertThat(user.apply(spec("never", "{state: absent}"))).isEmpty();

    assertThat(accounts.changes()).containsExactly("removeUser ubuntu");
  }

  @Test
  void givesSudoRuleInFileOfItsOwn() throws Failure {
    UserSpec spec = spec("ubuntu", "{sudo: nopasswd}");

    assertThat(user.plan(spec))
        .containsExactly(Change.of("sudo", null, "ubuntu ALL=(ALL:ALL) NOPASSWD: ALL"));
    assertThat(user.apply(spec)).isEmpty();

    assertThat(files.text("/etc/sudoers.d/plumbline-ubuntu"))
        .isEqualTo("# Written by Plumbline.\nubuntu ALL=(ALL:ALL) NOPASSWD: ALL\n");
    assertThat(files.status(Path.of("/etc/sudoers.d/plumbline-ubuntu")).orElseThrow().mode())
        .isEqualTo(0440);
  }

  @Test
  void findsSudoRuleThatWasTamperedWith() throws Failure {
    UserSpec spec = spec("ubuntu", "{sudo: password}");
    user.apply(spec);
    files.file("/etc/sudoers.d/plumbline-ubuntu", "ubuntu ALL=(ALL) NOPASSWD: ALL\n");

    assertThat(user.plan(spec))
        .containsExactly(
            Change.of("sudo", "ubuntu ALL=(ALL) NOPASSWD: ALL", "ubuntu ALL=(ALL:ALL) ALL"));

    user.apply(spec);
    files.setMode(Path.of("/etc/sudoers.d/plumbline-ubuntu"), 0644);
    assertThat(user.plan(spec))
        .containsExactly(Change.of("sudo_file", "root root 0644", "root root 0440"));
    assertThat(user.apply(spec)).isEmpty();
  }

  @Test
  void takesSudoRuleBackWithTheKeyAndWithTheEntry() throws Failure {
    UserSpec spec = spec("ubuntu", "{sudo: password}");
    user.apply(spec);
    assertThat(user.apply(spec("ubuntu", "{}"))).isEmpty();
    assertThat(files.list(Path.of("/etc/sudoers.d"))).isEmpty();

    user.apply(spec);
    assertThat(user.apply(spec.withdrawn().orElseThrow())).isEmpty();

    assertThat(files.list(Path.of("/etc/sudoers.d"))).isEmpty();
    assertThat(accounts.users()).extracting(Accounts.User::name).contains("ubuntu");
    assertThat(spec("ubuntu", "{}").withdrawn()).isEmpty();
  }

  @Test
  void changesNothingForRuleThatSudoDoesNotTake() {
    assertThatThrownBy(() -> user.apply(spec("ann", "{sudo: \"ALL=NONSENSE\"}")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("does not take");

    assertThat(files.list(Path.of("/etc/sudoers.d"))).isEmpty();
    assertThat(accounts.changes()).isEmpty();
  }

  @Test
  void writesNameThatSudoReads() throws Failure {
    accounts.user(new Accounts.User("a.b", 1001, 1000, "", "/home/ubuntu", "/bin/sh"));

    user.apply(spec("a.b", "{sudo: password}"));

    assertThat(files.list(Path.of("/etc/sudoers.d"))).containsExactly("plumbline-a%2eb");
  }
}
