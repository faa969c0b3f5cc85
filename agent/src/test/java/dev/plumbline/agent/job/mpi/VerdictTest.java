package dev.plumbline.agent.job.mpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.job.order.Exit;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  private static final List<String> NODES = List.of("n1", "n1", "n2", "n2");
  private static final String SAID =
      """
      [1,2]<stdout>:before
      [1,3]<stderr>:Traceback (most recent call last):
      [1,1]<stdout>:something else
      [1,3]<stderr>:ValueError: x
      """;

  private static String named(String address) {
    return address.replace("192.168.56.11", "n2");
  }

  @Test
  void aCodeBelongsToARank() {
    Exit exit =
        Verdict.of(
            7,
            SAID
                + """
                --------------------------------------------------------------------------
                mpirun detected that one or more processes exited with non-zero status, thus causing
                the job to be terminated. The first process to do so was:

                  Process name: [[35589,1],3]
                  Exit code:    7
                --------------------------------------------------------------------------
                """,
            NODES,
            VerdictTest::named);
    assertThat(exit)
        .isEqualTo(
            new Exit(
                7,
                "rank 3 on n2 ended with exit code 7",
                "Traceback (most recent call last):\nValueError: x",
                OptionalInt.of(3),
                Exit.Blame.PROGRAM));
  }

  @Test
  void aSignalBelongsToARank() {
    Exit exit =
        Verdict.of(
            137,
            SAID
                + "mpirun noticed that process rank 1 with PID 0 on node n1 exited on signal 9"
                + " (Killed).\n",
            NODES,
            VerdictTest::named);
    assertThat(exit.cause()).isEqualTo("rank 1 on n1 was ended by signal 9 (Killed)");
    assertThat(exit.lastLines()).isEqualTo("something else");
    assertThat(exit.rank()).hasValue(1);
  }

  @Test
  void aStackDoesNotHideWhatTheRankSaid() {
    String frame = "[1,3]<stderr>:[n2:12] [ 1] [1,3]<stderr>:libc.so.6(kill+0x7)[0x7fea]\n";
    Exit exit =
        Verdict.of(
            139,
            SAID
                + "[1,3]<stderr>:[n2:12] Signal: [1,3]<stderr>:Segmentation fault (11)\n"
                + frame.repeat(30)
                + "[1,3]<stderr>:#\n"
                + "mpirun noticed that process rank 3 with PID 12 on node n2 exited on signal 11"
                + " (Segmentation fault).\n",
            NODES,
            VerdictTest::named);
    assertThat(exit.lastLines())
        .isEqualTo(
            "Traceback (most recent call last):\nValueError: x\n"
                + "[n2:12] Signal: Segmentation fault (11)");
  }

  @Test
  void anAbortIsNamed() {
    Exit exit =
        Verdict.of(
            9,
            "MPI_ABORT was invoked on rank 2 in communicator MPI_COMM_WORLD\nwith errorcode 9.\n",
            NODES,
            VerdictTest::named);
    assertThat(exit.cause()).isEqualTo("rank 2 on n2 called MPI_Abort with 9");
  }

  @Test
  void aLostDaemonIsNobodysRank() {
    Exit exit =
        Verdict.of(
            205,
            """
            --------------------------------------------------------------------------
            ORTE has lost communication with a remote daemon.

              HNP daemon   : [[18270,0],0] on node n1
              Remote daemon: [[18270,0],1] on node 192.168.56.11

            This is usually due to either a failure of the TCP network
            --------------------------------------------------------------------------
            """,
            NODES,
            VerdictTest::named);
    assertThat(exit.cause()).isEqualTo("mpirun lost its daemon on n2");
    assertThat(exit.rank()).isEmpty();
    assertThat(exit.lastLines()).startsWith("ORTE has lost").doesNotContain("-----");
    assertThat(exit.blame()).isEqualTo(Exit.Blame.LAUNCHER);
  }

  @ParameterizedTest
  @CsvSource({
    "1, ORTE was unable to reliably start one or more daemons., daemons",
    "1, There are not enough slots available in the system to satisfy the 7, slots",
    "134, 'mpirun was unable to find the specified executable file, and', could not start the",
    "205, , ''",
    "137, '', mpirun itself was ended by signal 9",
    "137, '[n1:7] plm:rsh: Warning: setpgid(9,9) failed in parent', mpirun itself was ended by",
  })
  void aCodeOfMpirunItselfIsNotThePrograms(int code, @Nullable String said, String cause) {
    Exit exit =
        Verdict.of(code, SAID + (said == null ? "" : said + "\n"), NODES, VerdictTest::named);
    assertThat(exit.blame()).isEqualTo(Exit.Blame.LAUNCHER);
    assertThat(exit.code()).isEqualTo(code);
    assertThat(exit.rank()).isEmpty();
    assertThat(exit.cause()).contains(cause);
  }

  @Test
  void wordsThatAreNotUnderstoodDoNotBlameMpirun() {
    assertThat(Verdict.of(137, SAID + "prterun noticed something\n", NODES, VerdictTest::named))
        .returns(137, Exit::code)
        .returns(Exit.Blame.PROGRAM, Exit::blame);
  }

  @Test
  void successHasNothingToSay() {
    assertThat(Verdict.of(0, SAID, NODES, VerdictTest::named)).isEqualTo(Exit.of(0));
  }
}
