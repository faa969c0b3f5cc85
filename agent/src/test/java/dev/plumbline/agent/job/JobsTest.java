package dev.plumbline.agent.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.job.mpi.RelayDesk;
import dev.plumbline.agent.job.mpi.RelayRequest;
import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Mpi;
import dev.plumbline.agent.job.order.Order;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.agent.job.report.Answers;
import dev.plumbline.agent.job.report.Phase;
import dev.plumbline.agent.job.report.Relay;
import dev.plumbline.agent.job.report.Report;
import dev.plumbline.agent.job.unit.UnitPlan;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;

/** Jobs on node n1 (or n2) whose programs are fakes; folders, logs and job.json are real. */
class JobsTest {
  private static final String UNIT = "plumbline-job-7.service";
  private static final String ORTED = "plumbline-orted-7-r1.service";
  private static final Order.Start START = new Order.Start(Order.Secrets.NONE, 3);
  private static final List<String> ARGUMENTS =
      List.of(
          ("-mca ess env -mca ess_base_jobid 1 -mca ess_base_vpid 1"
                  + " -mca orte_hnp_uri 1.0;tcp://192.168.56.10:9")
              .split(" "));

  /**
   * An agent that a test replaces is not killed, and may write its last word while this is deleted.
   */
  @TempDir(deletionStrategy = TempDirDeletionStrategy.IgnoreFailures.class)
  Path directory;

  private FakeUnits units = new FakeUnits();
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private long uid;
  private long gid;
  private Jobs jobs;

  private Jobs jobs(String node, String boot, Path top) {
    Answers answers =
        new Answers() {
          @Override
          public void report(Report report) {
            reports.add(report);
          }

          @Override
          public void log(String job, long offset, byte[] data) {}
        };
    try {
      return TestJobs.open(
          node,
          boot,
          top,
          units,
          List.of(
              new Accounts.User("someone", uid, gid, "", "/home/someone", "/bin/sh"),
              new Accounts.User("root", 0, 0, "", "/root", "/bin/sh")),
          answers);
    } catch (Failure failure) {
      throw new AssertionError(failure);
    }
  }

  @BeforeEach
  void open() throws IOException {
    // Root may give files to anybody; somebody else has only themselves.
    long own = ((Number) Files.getAttribute(directory, "unix:uid")).longValue();
    uid = own == 0 ? 7777 : own;
    gid = own == 0 ? 7777 : ((Number) Files.getAttribute(directory, "unix:gid")).longValue();
    jobs = jobs("n1", "boot", directory);
  }

  private Report hears(Predicate<Report> wanted) throws InterruptedException {
    while (true) {
      Report report = reports.poll(20, TimeUnit.SECONDS);
      if (report == null) {
        throw new AssertionError("no such report");
      }
      if (wanted.test(report)) {
        return report;
      }
    }
  }

  private Report hears(Phase phase) throws InterruptedException {
    return hears(report -> report.phase() == phase);
  }

  private void started() throws InterruptedException {
    assertThat(units.starts.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
  }

  private void prepare(Work work) throws InterruptedException {
    jobs.submit("7", new Order.Prepare(work));
    hears(Phase.PREPARED);
  }

  private static Work mpi() {
    return Works.of(Kind.MPI, Mpi.NONE, "python3", "${work}/x.py");
  }

  @Test
  void aProgramIsPreparedStartedAndEnds() throws Exception {
    prepare(Works.of(Kind.COMMAND, Mpi.NONE, "run", "${outputs}"));
    jobs.submit("7", START);
    started();
    units.ends(UNIT, 3);

    Report ended = hears(Phase.ENDED);

    Path folder = directory.resolve("plumbline/jobs/7");
    assertThat(ended.exit()).hasValueSatisfying(exit -> assertThat(exit.code()).isEqualTo(3));
    assertThat(ended.usage().cpuMillis()).isEqualTo(1500);
    assertThat(units.started.getFirst().command())
        .startsWith("/usr/bin/setpriv", "--reuid", Long.toString(uid))
        .endsWith("--no-new-privs", "run", folder.resolve("outputs").toString());
    assertThat(folder.resolve("hostfile")).content().startsWith("192.168.56.10 slots=2\n");

    jobs.submit("7", new Order.End());
    hears(Phase.CLEAN);
    jobs.submit("7", new Order.Collect(List.of("none"), List.of()));
    assertThat(hears(Phase.COLLECTED).missing()).containsExactly("none");
    jobs.submit("7", new Order.Forget());
    hears(Phase.UNKNOWN);
    assertThat(folder).doesNotExist();
  }

  @Test
  void everyOrderMayComeTwice() throws Exception {
    prepare(mpi());
    jobs.submit("7", new Order.Prepare(mpi()));
    hears(Phase.PREPARED);
    for (int i = 0; i < 3; i++) {
      jobs.submit("7", START);
    }
    started();
    units.ends(UNIT, 0);
    hears(Phase.ENDED);
    jobs.submit("7", START);
    hears(Phase.ENDED);
    assertThat(units.started).hasSize(1);
    for (int i = 0; i < 2; i++) {
      jobs.submit("7", new Order.End());
      hears(Phase.CLEAN);
    }
    for (int i = 0; i < 2; i++) {
      jobs.submit("7", new Order.Forget());
      hears(Phase.UNKNOWN);
    }
  }

  @Test
  void anAgentThatStartsAnewFindsItsJobs() throws Exception {
    prepare(mpi());
    jobs.submit("7", START);
    started();
    jobs = jobs("n1", "boot", directory);
    hears(Phase.RUNNING);
    units.ends(UNIT, 9);
    assertThat(hears(Phase.ENDED).exit().orElseThrow().code()).isEqualTo(9);
  }

  @Test
  void aMachineThatStartsAnewEndsItsJobs() throws Exception {
    prepare(mpi());
    jobs.submit("7", START);
    started();
    units = new FakeUnits();
    reports.clear();
    jobs = jobs("n1", "another boot", directory);
    Exit exit = hears(Phase.ENDED).exit().orElseThrow();
    assertThat(exit.cause()).isEqualTo("n1 was restarted while the program ran");
    assertThat(exit.code()).isEqualTo(137);
  }

  @Test
  void programsOfAJobOfWhichNothingCanBeReadAreEnded() throws Exception {
    prepare(mpi());
    jobs.submit("7", START);
    started();
    hears(Phase.RUNNING);
    Path unreadable = directory.resolve("other/plumbline/jobs/7");
    Files.createDirectories(unreadable);
    Files.writeString(unreadable.resolve("job.json"), "{");
    reports.clear();

    jobs = jobs("n1", "boot", directory.resolve("other"));

    hears(Phase.UNKNOWN);
    assertThat(units.names(UNIT)).isEmpty();
  }

  @Test
  void whatCannotStartSaysWhy() throws Exception {
    prepare(mpi());
    units.refusal = Optional.of(new Failure("no room", "make some"));
    jobs.submit("7", START);
    Report ended = hears(Phase.ENDED);
    assertThat(ended.exit()).isEmpty();
    assertThat(ended.problems().getFirst().message()).isEqualTo("no room");
  }

  @Test
  void aSecretIsNotOnTheDisk() throws Exception {
    prepare(mpi());
    jobs.submit("7", new Order.Start(new Order.Secrets(Map.of("KEY", "hush")), 1));
    started();
    assertThat(units.started.getFirst().environment()).containsEntry("KEY", "hush");
    assertThat(units.started.getFirst().toString()).doesNotContain("hush");
    assertThat(directory.resolve("plumbline/jobs/7/job.json")).content().doesNotContain("hush");
  }

  @Test
  void aRequestOfMpirunIsReportedUntilItHasEnded() throws Exception {
    prepare(mpi());
    RelayRequest request = new RelayRequest("7", "", "192.168.56.11", ARGUMENTS);
    assertThatThrownBy(() -> jobs.accept(request, uid)).hasMessageContaining("does not run");
    jobs.submit("7", START);
    started();

    RelayDesk.Accepted accepted = jobs.accept(request, uid);

    Report report = hears(said -> !said.relays().isEmpty());
    assertThat(report.relays().getFirst().target()).isEqualTo("n2");
    assertThat(report.relays().getFirst().arguments()).isEqualTo(ARGUMENTS);
    jobs.submit("7", new Order.OrtedEnded(accepted.relay(), Exit.of(5)));
    assertThat(accepted.exit().get(20, TimeUnit.SECONDS).code()).isEqualTo(5);
  }

  @Test
  void onlyTheJobsUserAsksAndOnlyForItsNodes() throws Exception {
    prepare(mpi());
    jobs.submit("7", START);
    started();
    RelayRequest good = new RelayRequest("7", "", "n2", ARGUMENTS);
    assertThatThrownBy(() -> jobs.accept(good, 0)).hasMessageContaining("and uid 0 asks");
    assertThatThrownBy(() -> jobs.accept(good, uid + 1)).hasMessageContaining("asks for its");
    for (String target : List.of("n1", "192.168.56.99", "localhost")) {
      assertThatThrownBy(() -> jobs.accept(new RelayRequest("7", "", target, ARGUMENTS), uid))
          .hasMessageContaining("which is no other node of the job");
    }
    assertThatThrownBy(() -> jobs.accept(new RelayRequest("8", "", "n2", ARGUMENTS), uid))
        .hasMessageContaining("'8' is no job");
    assertThatThrownBy(() -> jobs.accept(new RelayRequest("7", "../x", "n2", ARGUMENTS), uid))
        .hasMessageContaining("no id of a relay");
    jobs.accept(good, uid);
    assertThatThrownBy(() -> jobs.accept(good, uid)).hasMessageContaining("already");
  }

  @Test
  void aShimThatComesBackToAnotherAgentIsKnown() throws Exception {
    prepare(mpi());
    jobs.submit("7", START);
    started();
    jobs = jobs("n1", "boot", directory);
    // What ended meanwhile may be said first.
    jobs.submit("7", new Order.OrtedEnded("r9", Exit.of(4)));
    hears(Phase.RUNNING);
    RelayDesk.Accepted accepted = jobs.accept(new RelayRequest("7", "r9", "n2", ARGUMENTS), uid);
    assertThat(accepted.relay()).isEqualTo("r9");
    assertThat(accepted.exit().get(20, TimeUnit.SECONDS).code()).isEqualTo(4);
  }

  @Test
  void aTicketIsNeededAndGoesWithTheAgent() throws Exception {
    jobs = jobs("n2", "boot", directory);
    prepare(mpi());
    jobs.submit("7", new Order.StartOrted("r0", ARGUMENTS));
    assertThat(hears(said -> !said.relays().isEmpty()).relays().getFirst().exit().orElseThrow())
        .satisfies(exit -> {
          assertThat(exit.code()).isEqualTo(126);
          assertThat(exit.cause()).startsWith("there is no ticket for job 7 on n2");
        });
    jobs.submit("7", ticket(Duration.ofMinutes(1)));
    hears(Phase.RUNNING);
    jobs.submit("7", new Order.StartOrted("r1", ARGUMENTS));
    started();
    units.ends(ORTED, 1);
    Report ended =
        hears(said ->
            said.relays().size() == 2
                && said.relays().stream().allMatch(relay -> relay.exit().isPresent()));
    assertThat(ended.relays().getLast().exit().orElseThrow().code()).isEqualTo(1);
    assertThat(units.started.getFirst().command()).contains("orted", "orte_hnp_uri");
  }

  @Test
  void oneRequestStartsOneOrtedAndAWrongOneNone() throws Exception {
    jobs = jobs("n2", "boot", directory);
    prepare(mpi());
    jobs.submit("7", ticket(Duration.ofMinutes(1)));
    hears(Phase.RUNNING);
    jobs.submit("7", new Order.StartOrted("r0", List.of("-mca", "plm_rsh_agent", "/bin/sh")));
    assertThat(refusal("r0")).contains("have a parameter that is not of this job: plm_rsh_agent");
    for (int i = 0; i < 2; i++) {
      jobs.submit("7", new Order.StartOrted("r1", ARGUMENTS));
      hears(said -> said.relays().size() == 2);
    }
    assertThat(units.started).extracting(UnitPlan::unit).containsExactly(ORTED);
  }

  @Test
  void theEndOfAJobTakesItsTicketBack() throws Exception {
    jobs = jobs("n2", "boot", directory);
    prepare(mpi());
    jobs.submit("7", ticket(Duration.ofMinutes(1)));
    hears(Phase.RUNNING);
    jobs.submit("7", new Order.End());
    hears(Phase.CLEAN);
    jobs.submit("7", new Order.StartOrted("r1", ARGUMENTS));
    assertThat(refusal("r1")).startsWith("there is no ticket for job 7 on n2");
    jobs.submit("7", ticket(Duration.ofMinutes(1)));
    hears(Phase.CLEAN);
    assertThat(units.started).isEmpty();
  }

  private String refusal(String relay) throws InterruptedException {
    Report refused =
        hears(said ->
            said.relays().stream()
                .anyMatch(each -> each.id().equals(relay) && each.exit().isPresent()));
    return refused.relays().stream()
        .filter(each -> each.id().equals(relay))
        .findFirst()
        .flatMap(Relay::exit)
        .filter(exit -> exit.code() == 126)
        .map(Exit::cause)
        .orElse("");
  }

  @Test
  void withoutAnOrtedAnAgentThatStartsAnewWantsATicket() throws Exception {
    jobs = jobs("n2", "boot", directory);
    prepare(mpi());
    jobs.submit("7", ticket(Duration.ofMinutes(1)));
    hears(Phase.RUNNING);
    jobs = jobs("n2", "boot", directory);
    hears(Phase.PREPARED);
  }

  private static Order ticket(Duration good) {
    return new Order.Ticket("n1", "192.168.56.10", good, Order.Secrets.NONE, 3);
  }

  @Test
  void rootRunsNoJob() throws Exception {
    Work work = mpi();
    jobs.submit(
        "7",
        new Order.Prepare(
            new Work(
                work.name(),
                work.kind(),
                work.ranks(),
                work.places(),
                work.command(),
                work.inputs(),
                work.env(),
                0,
                work.mpi(),
                "root",
                work.network(),
                work.java(),
                work.spark())));
    Report refused = hears(said -> !said.problems().isEmpty());
    assertThat(refused.phase()).isEqualTo(Phase.PREPARING);
    assertThat(refused.problems().getFirst().message()).contains("the uid or the gid of root");
  }
}
