package dev.plumbline.resources.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineJournalTest {
  @Test
  void findsWhyTheEngineDidNotStart() {
    assertThat(
            EngineJournal.lastWord(
                """
                time="2026-11-20T11:51:04.998842741Z" level=info msg="Daemon shutdown complete"
                docker.service: Deactivated successfully.
                Starting docker.service - Docker Application Container Engine...
                unable to configure the Docker daemon with file /etc/docker/daemon.json: the following directives don't match any configuration option: log-drivr
                docker.service: Main process exited, code=exited, status=1/FAILURE
                Failed to start docker.service - Docker Application Container Engine.
                """))
        .contains(
            "unable to configure the Docker daemon with file /etc/docker/daemon.json: the following"
                + " directives don't match any configuration option: log-drivr");
  }

  @Test
  void findsWhyTheEngineDidNotReload() {
    assertThat(
            EngineJournal.lastWord(
                """
                time="2026-11-20T11:50:47.140740537Z" level=error msg="Error reconfiguring the daemon: insecure registry bad/ is not valid: invalid host \\"bad/\\""
                Reloaded docker.service - Docker Application Container Engine.
                """))
        .contains(
            "Error reconfiguring the daemon: insecure registry bad/ is not valid: invalid host \"bad/\"");
  }

  @Test
  void saysNothingWhereNothingIsWrong() {
    assertThat(EngineJournal.lastWord("time=\"x\" level=info msg=\"API listen\"\n")).isEmpty();
  }
}
