package dev.plumbline.agent.host.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.accounts.AccountsExam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAccountsTest extends AccountsExam {
  @TempDir Path directory;

  @Override
  protected Accounts accounts() {
    return new LocalAccounts(Path.of("/etc"));
  }

  private Accounts of(String passwd, String group) throws IOException {
    Files.writeString(directory.resolve("passwd"), passwd);
    Files.writeString(directory.resolve("group"), group);
    return new LocalAccounts(directory);
  }

  @Test
  void readsEveryField() throws Exception {
    Accounts accounts =
        of(
            """
            mpihpc:x:7777:4294967294:MPI, of the cluster,,,:/home/mpihpc:/bin/bash
            nologin:*:12:12:::
            """,
            "sudo:x:27:ubuntu,mpihpc\nempty:x:28:\n");
    assertThat(accounts.users())
        .containsExactly(
            new Accounts.User(
                "mpihpc", 7777, 4294967294L, "MPI, of the cluster,,,", "/home/mpihpc", "/bin/bash"),
            new Accounts.User("nologin", 12, 12, "", "", ""));
    assertThat(accounts.groups())
        .containsExactly(
            new Accounts.Group("sudo", 27, List.of("ubuntu", "mpihpc")),
            new Accounts.Group("empty", 28, List.of()));
  }

  @Test
  void passesOverLinesOfNisAndEmptyOnes() throws Exception {
    assertThat(of("\n+::::::\n-bad\n+@netgroup\n# no comment, says passwd(5)\n", "+:::\n").users())
        .isEmpty();
  }

  @Test
  void aBrokenLineIsAFailureThatNamesIt() throws Exception {
    assertThatThrownBy(of("root:x:0:0:root:/root\n", "")::users)
        .isInstanceOf(Failure.class)
        .hasMessage(
            "cannot read "
                + directory.resolve("passwd")
                + ": the line 'root:x:0:0:root:/root' has 6 fields where there must be 7");
    assertThatThrownBy(of("", "sudo:x:many:\n")::groups)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("'many' is no number");
  }

  @Test
  void aFileThatIsMissingIsAFailure() {
    assertThatThrownBy(new LocalAccounts(directory)::users)
        .isInstanceOf(Failure.class)
        .hasMessageEndingWith("passwd: no such file or directory");
  }
}
