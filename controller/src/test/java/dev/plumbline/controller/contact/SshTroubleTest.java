package dev.plumbline.controller.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.connect.Become;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshTroubleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ubuntu@10.0.0.1: Permission denied (publickey).                          | the key was refused
          ssh: connect to host 10.0.0.1 port 22: Connection refused                | nothing listens there
          ssh: connect to host 10.0.0.1 port 22: Connection timed out              | no answer
          ssh: connect to host 10.0.0.1 port 22: No route to host                  | no answer
          ssh: Could not resolve hostname x: Name or service not known             | the name is not known
          Received disconnect from 10.0.0.1: Too many authentication failures      | the server refused after too many keys
          @ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @                      | the host key is not the one that is known
          kex_exchange_identification: Connection closed by remote host            | kex_exchange_identification: Connection closed by remote host
          """)
  void saysInOneLineWhatHappened(String said, String meaning) {
    ContactException trouble =
        SshTrouble.of(Targets.worker(Become.AUTO), false, new Finished(255, "", said));
    assertThat(trouble.message()).isEqualTo("ssh to ubuntu@192.168.56.11 port 2222: " + meaning);
    assertThat(trouble.remedy()).isNotEmpty();
    assertThat(trouble.isUnreached()).isTrue();
  }

  @Test
  void aKeyThatChangedIsNotAKeyThatIsUnknown() {
    String failed = "Host key verification failed.\n";
    assertThat(SshTrouble.isUnknownHostKey(new Finished(255, "", failed))).isTrue();
    assertThat(
            SshTrouble.isUnknownHostKey(
                new Finished(255, "", "REMOTE HOST IDENTIFICATION HAS CHANGED!\n" + failed)))
        .isFalse();
  }

  @Test
  void silenceIsNoAnswer() {
    ContactException trouble =
        SshTrouble.of(Targets.worker(Become.AUTO), true, new Finished(Finished.TIMED_OUT, "", ""));
    assertThat(trouble.message()).endsWith("no answer");
  }
}
