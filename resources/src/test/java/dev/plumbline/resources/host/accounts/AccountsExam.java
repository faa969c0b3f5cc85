package dev.plumbline.resources.host.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Failure;
import org.junit.jupiter.api.Test;

/** What everything behind the port must do, on any Linux machine. */
public abstract class AccountsExam {
  protected abstract Accounts accounts();

  @Test
  void rootIsThere() throws Failure {
    assertThat(accounts().users())
        .filteredOn(user -> user.uid() == 0)
        .extracting(Accounts.User::name, Accounts.User::gid, Accounts.User::home)
        .contains(org.assertj.core.groups.Tuple.tuple("root", 0L, "/root"));
    assertThat(accounts().groups())
        .filteredOn(group -> group.gid() == 0)
        .extracting(Accounts.Group::name)
        .contains("root");
  }

  @Test
  void namesAreThereOnce() throws Failure {
    assertThat(accounts().users()).extracting(Accounts.User::name).doesNotHaveDuplicates();
    assertThat(accounts().groups()).extracting(Accounts.Group::name).doesNotHaveDuplicates();
  }
}
