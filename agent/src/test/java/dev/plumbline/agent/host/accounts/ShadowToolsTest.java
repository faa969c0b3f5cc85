package dev.plumbline.agent.host.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.AccountChanges.NewUser;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ShadowToolsTest {
  private final List<Command> commands = new ArrayList<>();
  private Result result = new Result(0, "", "");
  private final ShadowTools tools =
      new ShadowTools(
          new Processes() {
            @Override
            public Result run(Command command) {
              commands.add(command);
              return result;
            }

            @Override
            public Result runDetached(String name, Command command, Consumer<String> line) {
              throw new AssertionError("no account takes that long");
            }
          });

  private String command() {
    assertThat(commands).hasSize(1);
    return commands.getFirst().toString();
  }

  @Test
  void givesNewUserEverythingThatIsKnown() throws Failure {
    tools.addUser(
        new NewUser(
            "mpihpc",
            Optional.of(7777L),
            Optional.empty(),
            List.of("adm", "sudo"),
            "/bin/bash",
            "/home/mpihpc",
            "",
            false,
            true));

    assertThat(command())
        .isEqualTo(
            "useradd --uid 7777 --user-group --groups adm,sudo --shell /bin/bash"
                + " --home-dir /home/mpihpc --comment  --create-home -- mpihpc");
  }

  @Test
  void leavesNumberOfSystemUserToUseradd() throws Failure {
    tools.addUser(
        new NewUser(
            "d",
            Optional.empty(),
            Optional.of("d"),
            List.of(),
            "/usr/sbin/nologin",
            "/nonexistent",
            "A daemon",
            true,
            false));

    assertThat(commands.getFirst().arguments())
        .containsExactly(
            "useradd",
            "--gid",
            "d",
            "--shell",
            "/usr/sbin/nologin",
            "--home-dir",
            "/nonexistent",
            "--comment",
            "A daemon",
            "--system",
            "--no-create-home",
            "--",
            "d");
  }

  @Test
  void changesOnlyWhatIsGiven() throws Failure {
    tools.changeUser("ann", Optional.empty(), Optional.of("/bin/sh"), Optional.empty());

    assertThat(command()).isEqualTo("usermod --shell /bin/sh -- ann");
  }

  @Test
  void showsNoHashToWhoeverListsProcesses() throws Failure {
    tools.setPasswordHash("ann", "$6$salt$hash");

    assertThat(command()).isEqualTo("chpasswd --encrypted");
    assertThat(commands.getFirst().input()).isEqualTo("ann:$6$salt$hash\n");
  }

  @Test
  void saysWhatSudoSays() {
    result = new Result(1, "", "stdin:2:5: syntax error\nann ALL\n    ^~~\n");

    assertThatThrownBy(() -> tools.checkSudoRules("# Written by Plumbline.\nann ALL\n"))
        .isInstanceOf(Failure.class)
        .hasMessage("sudo does not take the rule 'ann ALL': stdin:2:5: syntax error");
  }

  @Test
  void saysWhatTheProgramSays() {
    result = new Result(8, "", "userdel: user ann is currently used by process 843\n");

    assertThatThrownBy(() -> tools.removeUser("ann"))
        .hasMessage(
            "'userdel -- ann' ended with exit code 8: userdel: user ann is currently used by process 843");
  }
}
