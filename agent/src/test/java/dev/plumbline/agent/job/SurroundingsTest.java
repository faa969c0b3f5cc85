package dev.plumbline.agent.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Mpi;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
  private static final Accounts.User USER =
      new Accounts.User("someone", 7777, 7000, "", "/home/someone", "/bin/bash");
  private final Folder folder = new Folder(Path.of("/jobs/12"));
  private final Surroundings surroundings = new Surroundings("12", Works.full(), folder);

  @Test
  void theEnvironmentTellsAProcessWhereItIs() throws Failure {
    assertThat(surroundings.environment(USER, "n2", 9, Map.of("KEY", "hush")))
        .containsEntry("PLUMB_JOB_ID", "12")
        .containsEntry("PLUMB_NODE", "n2")
        .containsEntry("PLUMB_NODE_RANK", "1")
        .containsEntry("PLUMB_NUM_NODES", "3")
        .containsEntry("PLUMB_NODES", "n1,n2,n3")
        .containsEntry("PLUMB_NODE_IPS", "192.168.56.10,192.168.56.11,192.168.56.12")
        .containsEntry("PLUMB_HEAD_IP", "192.168.56.10")
        .containsEntry("PLUMB_RANKS", "5")
        .containsEntry("PLUMB_SLOTS", "2")
        .containsEntry("PLUMB_HOSTFILE", "/jobs/12/hostfile")
        .containsEntry("PLUMB_INPUT_DATA", "/jobs/12/inputs/data")
        .containsEntry("PLUMB_INPUT_MY_FILE", "/jobs/12/inputs/my-file/one.csv")
        .containsEntry("PLUMB_OUTPUTS", "/jobs/12/outputs")
        .containsEntry("PLUMB_WORK", "/jobs/12/work")
        .containsEntry("PLUMB_GENERATION", "9")
        .containsEntry("LD_LIBRARY_PATH", "/jobs/12/work/lib")
        .containsEntry("HOME", "/home/someone")
        .containsEntry("KEY", "hush");
  }

  @Test
  void aJavaProgramIsNotCalledJava() throws Failure {
    assertThat(surroundings.program("/runtime/bin/java", "/jobs/12/program/lib"))
        .containsExactly(
            "/usr/bin/env",
            "/runtime/bin/java",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.library.path=/jobs/12/program/lib",
            "-Xmx1g",
            "-cp",
            "/jobs/12/program/mpi.jar:/jobs/12/program/a.jar",
            "Main",
            "/jobs/12/inputs/data",
            "--out=/jobs/12/outputs",
            "a b");
  }

  @Test
  void whatMeansNothingIsNamed() {
    assertThatThrownBy(() ->
            new Surroundings("12", Works.of(Kind.COMMAND, Mpi.NONE, "x", "${inputs.dta}"), folder)
                .program("", ""))
        .isInstanceOf(Failure.class)
        .hasMessage("the job file says ${inputs.dta}, which means nothing");
  }

  @Test
  void aDoubledDollarIsTheProgramsOwn() throws Failure {
    assertThat(
            new Surroundings(
                    "12",
                    Works.of(Kind.COMMAND, Mpi.NONE, "sh", "-c", "echo $${HOME} ${work}"),
                    folder)
                .program("", ""))
        .contains("echo ${HOME} /jobs/12/work");
  }

  @Test
  void aProgramGetsNothingOfRoot() throws Failure {
    Launch launch = Launch.as(USER, List.of("mpirun", "x"), Map.of("A", "1"), List.of("A"));

    assertThat(launch.command())
        .containsExactly(
            "/usr/bin/setpriv",
            "--reuid",
            "7777",
            "--regid",
            "7000",
            "--clear-groups",
            "--no-new-privs",
            "mpirun",
            "x");
    assertThat(launch.environment()).isEqualTo(Map.of("A", "1"));
  }

  @Test
  void whatDecidesWhatIsLoadedReachesNoProgramOfRoot() throws Failure {
    Launch launch =
        Launch.as(
            USER,
            List.of("mpirun"),
            Map.of("LD_PRELOAD", "/tmp/x.so", "GCONV_PATH", "/tmp", "A", "1"),
            List.of());

    assertThat(launch.environment()).isEqualTo(Map.of("A", "1"));
    assertThat(launch.command())
        .endsWith(
            "--no-new-privs", "/usr/bin/env", "GCONV_PATH=/tmp", "LD_PRELOAD=/tmp/x.so", "mpirun");
    assertThatThrownBy(
            () -> Launch.as(USER, List.of("x"), Map.of("LD_AUDIT", "hush"), List.of("LD_AUDIT")))
        .hasMessageContaining("the secret LD_AUDIT")
        .hasMessageNotContaining("hush");
  }

  @Test
  void rootIsRefusedUnderAnyName() {
    for (Accounts.User root :
        List.of(
            new Accounts.User("root", 0, 0, "", "/root", "/bin/sh"),
            new Accounts.User("toor", 0, 7, "", "/", "/bin/sh"),
            new Accounts.User("wheel", 7, 0, "", "/", "/bin/sh"))) {
      assertThatThrownBy(() -> Launch.as(root, List.of("id"), Map.of(), List.of()))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("the uid or the gid of root");
    }
  }
}
