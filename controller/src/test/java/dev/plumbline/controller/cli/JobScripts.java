package dev.plumbline.controller.cli;

import dev.plumbline.controller.client.job.AskedJob;
import dev.plumbline.controller.client.job.Content;
import dev.plumbline.controller.client.job.JobEvent;
import dev.plumbline.controller.client.job.JobKind;
import dev.plumbline.controller.client.job.JobLine;
import dev.plumbline.controller.client.job.JobPhase;
import dev.plumbline.controller.client.job.JobProblem;
import dev.plumbline.controller.client.job.JobRecord;
import dev.plumbline.controller.client.job.JobState;
import dev.plumbline.controller.client.job.JobsReport;
import dev.plumbline.controller.client.job.NodeReach;
import dev.plumbline.controller.client.job.PlacedFile;
import dev.plumbline.resources.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What controllers say about jobs in the cases of the golden files. */
final class JobScripts {
  static final String JOB =
      """
      job: mnist
      kind: mpi
      ranks: 6
      command: [train, "${inputs.data}"]
      inputs: {data: job.yaml}
      outputs: {required: [metrics.json, plots/curve.png]}
      limits: {max_runtime: 20m}
      """;

  static final String WRONG =
      """
      job: mnist
      kind: mpi
      ranks: 7
      comand: [train]
      inputs: {data: ../data}
      """;

  private static final AskedJob ASKED =
      new AskedJob(
          "mnist",
          JobKind.MPI,
          6,
          List.of(),
          0,
          List.of("train", "${inputs.data}"),
          List.of(new AskedJob.Input("data", false, List.of(placed("train.gz", 11_000_000)))),
          List.of("metrics.json", "plots/curve.png"),
          List.of(),
          Map.of(),
          List.of(),
          new AskedJob.Limits(1_200_000, 0),
          new AskedJob.Retry(0, List.of("node-lost")),
          new AskedJob.Mpi(false, false, 0, Map.of()),
          Optional.empty(),
          Optional.empty(),
          "mpihpc",
          "",
          "job.yaml",
          JOB);

  private static final List<PlacedFile> OUTPUTS =
      List.of(named("metrics.json"), named("plots/curve.png"));

  static final JobRecord RUNS =
      record(7, 0, "", Optional.empty(), List.of(), states(5, JobPhase.RUNNING));

  static final JobRecord SUCCEEDED =
      record(
          7,
          0,
          "",
          Optional.of(new JobRecord.Exit(0, "", "", Optional.empty())),
          OUTPUTS,
          states(6, JobPhase.SUCCEEDED));

  static final JobRecord FAILED =
      record(
          7,
          1,
          "program",
          Optional.of(
              new JobRecord.Exit(
                  1, "", "Exception in thread main\n\tat Main.main\u001b[2J", Optional.of(3))),
          List.of(),
          states(6, JobPhase.FAILED, "rank 3 on worker1 ended with 1"));

  static final JobEvent[] SUCCEEDS =
      script(
          SUCCEEDED,
          new JobEvent.State(7, state(0, JobPhase.QUEUED, "job 6 of anna has worker1")),
          new JobEvent.State(7, state(2, JobPhase.SENDING)),
          new JobEvent.Transfer(7, "worker1", 1 << 20, 11_000_000),
          new JobEvent.State(7, state(3, JobPhase.CHECKING)),
          new JobEvent.State(7, state(4, JobPhase.RUNNING)),
          output(0, "master", false, "epoch 1: 0.981", 20),
          output(3, "worker1", true, "warning", 40),
          output(-1, "", false, "bye", 50));

  static final JobEvent[] CHECKED = {
    new JobEvent.State(7, state(0, JobPhase.QUEUED)),
    new JobEvent.State(7, state(1, JobPhase.CHECKING, "worker1 is being looked at"))
  };

  static final JobEvent[] FAILS =
      script(
          FAILED,
          new JobEvent.State(7, state(0, JobPhase.QUEUED)),
          new JobEvent.State(7, state(4, JobPhase.RUNNING)),
          output(0, "master", false, "epoch 1: 0.981", 20),
          output(3, "worker1", true, "Exception in thread main", 60));

  static final JobEvent[] TIMES_OUT =
      script(
          record(
              7,
              124,
              "max-runtime",
              Optional.empty(),
              List.of(),
              states(6, JobPhase.TIMED_OUT, "it ran longer than 20m, as limits say")),
          new JobEvent.State(7, state(4, JobPhase.RUNNING)));

  static final JobEvent[] CANCELLED =
      script(
          record(
              7,
              130,
              "cancelled",
              Optional.empty(),
              List.of(),
              states(6, JobPhase.CANCELLED, "by anna")),
          new JobEvent.State(7, state(4, JobPhase.RUNNING)));

  static final JobEvent[] LOST =
      script(
          record(
              7,
              125,
              "node-lost",
              Optional.of(new JobRecord.Exit(205, "mpirun lost an orted", "", Optional.empty())),
              List.of(),
              states(6, JobPhase.LOST, "worker2 is offline since 10:00:03")),
          new JobEvent.State(7, state(4, JobPhase.RUNNING)));

  static final JobEvent[] REFUSED = {
    new JobEvent.State(0, state(0, JobPhase.CHECKING)),
    new JobEvent.Refused(
        0,
        List.of(
            new JobProblem(
                "worker2 is drifted: package[openmpi-bin] 4.1.4 → absent since 10:02",
                "'plumb apply --limit worker2', or --force"),
            new JobProblem("worker1 is drained: new disk", "'plumb resume worker1'")))
  };

  static final JobsReport REPORT =
      new JobsReport(
          List.of(
              record(
                  9,
                  0,
                  "",
                  Optional.empty(),
                  List.of(),
                  List.of(state(6, JobPhase.QUEUED, "job 8 has every slot of master"))),
              record(8, 0, "", Optional.empty(), List.of(), states(5, JobPhase.RUNNING)),
              FAILED),
          List.of(
              new JobsReport.Drained(
                  "worker2", "new disk", "anna", Desk.NOW.minus(Duration.ofHours(1)))));

  static final List<NodeReach> REACH =
      List.of(
          new NodeReach(
              "master",
              "",
              List.of(
                  new NodeReach.Reached("worker1", "", 1500),
                  new NodeReach.Reached(
                      "worker2", "192.168.56.12:41000 refuses the connection", 0))),
          new NodeReach("worker1", "", List.of(new NodeReach.Reached("master", "", 9000))),
          new NodeReach("worker2", "it is offline since 09:48", List.of()));

  private JobScripts() {}

  private static JobEvent[] script(JobRecord end, JobEvent... events) {
    List<JobEvent> all = new ArrayList<>(List.of(events));
    all.add(new JobEvent.State(7, end.state()));
    all.add(new JobEvent.Done(end));
    return all.toArray(JobEvent[]::new);
  }

  private static JobEvent output(int rank, String node, boolean error, String text, long next) {
    return new JobEvent.Output(7, new JobLine(node, rank, error, text, next));
  }

  /** The usual way to a phase, second by second. */
  private static List<JobState> states(int seconds, JobPhase last, String... why) {
    List<JobState> states = new ArrayList<>();
    states.add(state(0, JobPhase.QUEUED, "job 6 of anna has worker1"));
    states.add(state(2, JobPhase.SENDING));
    states.add(state(3, JobPhase.CHECKING));
    if (last != JobPhase.RUNNING) {
      states.add(state(4, JobPhase.RUNNING));
    }
    states.add(state(seconds, last, why));
    return states;
  }

  private static JobState state(int seconds, JobPhase phase, String... why) {
    return new JobState(
        phase, List.of(why), Desk.NOW.minus(Duration.ofSeconds(60)).plusSeconds(seconds));
  }

  private static JobRecord record(
      long id,
      int exitCode,
      String cause,
      Optional<JobRecord.Exit> exit,
      List<PlacedFile> outputs,
      List<JobState> states) {
    return new JobRecord(
        id,
        ASKED,
        "anna",
        states,
        List.of(
            new JobRecord.Place("master", "192.168.56.10", 2, 2),
            new JobRecord.Place("worker1", "192.168.56.11", 2, 2),
            new JobRecord.Place("worker2", "192.168.56.12", 2, 2)),
        4,
        id == 7,
        exitCode,
        cause,
        exit,
        outputs,
        Map.of(
            "master", new JobRecord.Usage(6100, 210 << 20),
            "worker1", new JobRecord.Usage(5900, 190 << 20)),
        22_000_000,
        3200);
  }

  private static PlacedFile placed(String path, long size) {
    return new PlacedFile(path, new Content("0123456789abcdef".repeat(4), size), false);
  }

  private static PlacedFile named(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    return new PlacedFile(path, new Content(Secret.digestOf(bytes), bytes.length), false);
  }
}
