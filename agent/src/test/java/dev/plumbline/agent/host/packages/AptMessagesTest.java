package dev.plumbline.agent.host.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AptMessagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refused   | Failed to fetch http://127.0.0.1:9/debian/dists/bookworm/InRelease Could not connect to 127.0.0.1:9 (127.0.0.1). - connect (111: Connection refused)
          no-host   | Failed to fetch http://no.such.host.invalid/debian/dists/bookworm/InRelease Could not resolve 'no.such.host.invalid'
          no-suite  | The repository 'http://deb.debian.org/debian nosuchsuite Release' does not have a Release file.
          malformed | Malformed entry 1 in list file /etc/apt/sources.list.d/x.list ([option] not assignment)
          unsigned  | The repository 'file:/srv/repo ./ Release' does not have a Release file.
          """,
      quoteCharacter = '"')
  void saysWhichArchiveFailedAndWhy(String name, String message) {
    assertThat(AptMessages.failedArchives(Captured.text("update-" + name + ".err")))
        .isEqualTo(message);
  }

  @Test
  void aQuietUpdateHasNoFailures() {
    assertThat(AptMessages.failedArchives("")).isEmpty();
    assertThat(AptMessages.failedArchives("W: Target Packages is configured multiple times\n"))
        .isEmpty();
  }

  @Test
  void errorsAreAptsOwnWords() {
    assertThat(AptMessages.errors(Captured.text("install-locked.txt")))
        .isEqualTo(
            "Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another"
                + " process using it?");
    assertThat(AptMessages.errors("one\n\ntwo \n")).isEqualTo("two");
    assertThat(AptMessages.errors("")).isEqualTo("it said nothing");
  }
}
