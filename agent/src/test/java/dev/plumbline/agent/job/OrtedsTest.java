package dev.plumbline.agent.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Mpi;
import dev.plumbline.agent.job.order.Order;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.agent.job.report.Answers;
import dev.plumbline.agent.job.report.Report;
import dev.plumbline.agent.job.unit.UnitPlan;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is refused an orted on node n2, and as whom one is started. */
class OrtedsTest {
  private static final Answers NOBODY =
      new Answers() {
        @Override
        public void report(Report report) {}

        @Override
        public void log(String job, long offset, byte[] data) {}
      };
  private static final String ARGUMENTS =
      "-mca ess env -mca ess_base_jobid 1 -mca ess_base_vpid 1"
          + " -mca orte_hnp_uri 1.0;tcp://192.168.56.10:9";

  @TempDir Path directory;
  private String node = "n2";
  private String user = "someone";
  private String head = "192.168.56.10";
  private long seconds = 60;
  private Map<String, String> secrets = Map.of("KEY", "hush");

  private UnitPlan plan(String relay, String arguments) throws Failure {
    Site site =
        TestJobs.site(
            node,
            "boot",
            directory,
            new FakeUnits(),
            List.of(
                new Accounts.User("someone", 7777, 7778, "", "/home/someone", "/bin/sh"),
                new Accounts.User("toor", 0, 7778, "", "/", "/bin/sh"),
                new Accounts.User("wheel", 7777, 0, "", "/", "/bin/sh")),
            NOBODY);
    Work job = Works.of(Kind.MPI, Mpi.NONE, "hostname");
    Work work =
        new Work(
            job.name(),
            job.kind(),
            job.ranks(),
            job.places(),
            job.command(),
            job.inputs(),
            job.env(),
            job.memoryPerRank(),
            job.mpi(),
            user,
            job.network(),
            job.java());
    Order.Ticket given =
        new Order.Ticket("n1", head, Duration.ofSeconds(60), new Order.Secrets(secrets), 3);
    Ticket ticket = new Ticket(given, System.nanoTime() + seconds * 1_000_000_000L);
    return new Orteds(site, "7", work)
        .plan(
            new Order.StartOrted(relay, List.of(arguments.split(" "))),
            ticket,
            Path.of("/run/shim"));
  }

  @Test
  void itRunsAsTheJobsUserWithNothingBesides() throws Failure {
    UnitPlan plan = plan("r1", ARGUMENTS);
    assertThat(plan.unit()).isEqualTo("plumbline-orted-7-r1.service");
    assertThat(plan.command())
        .startsWith(
            "/usr/bin/setpriv",
            "--reuid",
            "7777",
            "--regid",
            "7778",
            "--clear-groups",
            "--no-new-privs",
            "orted",
            "--mca");
    assertThat(plan.environment()).containsEntry("KEY", "hush").containsEntry("PLUMB_NODE", "n2");
    assertThat(plan.command().toString()).doesNotContain("hush");
  }

  @Test
  void anExpiredTicketIsNone() {
    seconds = -1;
    assertRefused("r1", ARGUMENTS, "the ticket of job 7 on n2 has expired");
  }

  @Test
  void theTicketSaysWhoseRanksTheseAre() {
    head = "192.168.56.12";
    assertRefused("r1", ARGUMENTS, "orte_hnp_uri 1.0;tcp://192.168.56.10:9");
  }

  @ParameterizedTest
  @CsvSource({"toor", "wheel"})
  void rootStartsNothingUnderWhateverName(String name) {
    user = name;
    assertRefused("r1", ARGUMENTS, "the uid or the gid of root");
  }

  @Test
  void somebodyWhoIsNotThereStartsNothing() {
    user = "nobody-here";
    assertRefused("r1", ARGUMENTS, "there is no user nobody-here on n2");
  }

  @Test
  void aNodeThatIsNotOfTheJobStartsNothing() {
    node = "n9";
    assertRefused("r1", ARGUMENTS, "n9 is no node of job 7");
  }

  @ParameterizedTest
  @CsvSource({"../r", "R1", "r 1", "r1.service"})
  void aRelayNamesOneUnitOnly(String relay) {
    assertRefused(relay, ARGUMENTS, "'" + relay + "' is no id of a relay");
  }

  @ParameterizedTest
  @CsvSource({
    "-c id x, an option that is not -mca: -c",
    "-mca plm_rsh_agent /bin/sh, plm_rsh_agent /bin/sh",
    "-mca orte_launch_agent /tmp/x, orte_launch_agent /tmp/x",
    "--prefix /tmp, triples",
  })
  void onlyWhatMpirunOfThisJobSaysIsPassedOn(String more, String why) {
    assertRefused("r1", ARGUMENTS + " " + more, why);
  }

  @Test
  void noSecretDecidesWhatRootLoads() {
    secrets = Map.of("LD_PRELOAD", "/tmp/x.so");
    assertRefused("r1", ARGUMENTS, "the secret LD_PRELOAD has the name of a variable");
  }

  private void assertRefused(String relay, String arguments, String why) {
    assertThatThrownBy(() -> plan(relay, arguments))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(why);
  }
}
