package dev.plumbline.controller.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.inventory.connect.Become;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootTest {
  private static final Target AUTO = Targets.worker(Become.AUTO);

  @Test
  void rootNeedsNoSudo() throws Exception {
    ScriptedLine line = new ScriptedLine("uid=0");
    run(Root.on(AUTO, line, Optional.empty()));
    assertThat(line.commands).containsExactly("/bin/sh -c 'id'");
  }

  @Test
  void freeSudoIsUsedWithoutPassword() throws Exception {
    ScriptedLine line = new ScriptedLine("uid=1000", "has=sudo", "sudo=free");
    run(Root.on(AUTO, line, Optional.of("unused")));
    assertThat(line.commands).containsExactly("sudo -n -- /bin/sh -c 'id'");
    assertThat(line.inputs).containsExactly("data");
  }

  @Test
  void thePasswordIsTheFirstLineOfTheInputAndStandsInNoCommand() throws Exception {
    ScriptedLine line = new ScriptedLine("uid=1000", "has=sudo");
    run(Root.on(AUTO, line, Optional.of("s3cret")));
    assertThat(line.inputs).containsExactly("s3cret\n", "s3cret\ndata");
    assertThat(line.commands).noneMatch(command -> command.contains("s3cret"));
    assertThat(line.commands).allMatch(command -> command.contains("sudo -k -S"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sudo: 1 incorrect password attempt           | sudo refused the password
          ubuntu is not in the sudoers file.           | the user may not use sudo
          sudo: unable to stat /etc/sudoers: Oh no     | sudo does not work: sudo: unable to stat /etc/sudoers: Oh no
          """)
  void saysWhySudoDoesNotWork(String said, String message) {
    ScriptedLine line = new ScriptedLine("uid=1000", "has=sudo");
    line.answers.add(new Finished(1, "", said));
    assertThatThrownBy(() -> Root.on(AUTO, line, Optional.of("wrong")))
        .isInstanceOfSatisfying(
            ContactException.class, failure -> assertThat(failure.isUnreached()).isFalse())
        .hasMessage(message);
  }

  @Test
  void withoutSudoOrPermissionThereIsNoRoot() {
    assertThatThrownBy(() -> Root.on(AUTO, new ScriptedLine("uid=1000"), Optional.empty()))
        .hasMessageContaining("the node has no sudo");
    assertThatThrownBy(() ->
            Root.on(
                Targets.worker(Become.NONE),
                new ScriptedLine("uid=1000", "has=sudo"),
                Optional.empty()))
        .hasMessageContaining("forbids sudo");
    assertThatThrownBy(
            () -> Root.on(AUTO, new ScriptedLine("uid=1000", "has=sudo"), Optional.empty()))
        .hasMessageContaining("asks for a password");
  }

  private static void run(Root root) throws IOException, InterruptedException, ContactException {
    root.run("id", Feed.of("data"), Duration.ofSeconds(1));
  }
}
