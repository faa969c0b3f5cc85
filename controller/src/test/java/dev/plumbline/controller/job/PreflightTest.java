package dev.plumbline.controller.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PreflightTest {
  private JobSpec spec = Specs.mpi(2);
  private final Map<String, Map<String, String>> values = new HashMap<>();
  private final Map<String, List<Inspection.Reached>> reached = new HashMap<>();
  private final Map<String, Drift> drift = new HashMap<>();
  private final List<Standing> standings = new ArrayList<>(List.of(fit("master"), fit("worker1")));

  private static Standing fit(String node) {
    return new Standing(
        node, "10.0.0.1", 1, true, false, "", Optional.empty(), false, Optional.empty());
  }

  private PreflightTest finds(String node, String key, String value) {
    values.computeIfAbsent(node, _ -> new HashMap<>()).put(key, value);
    return this;
  }

  private List<String> obstacles() {
    return all().stream().map(Obstacle::line).toList();
  }

  private List<Obstacle> all() {
    return Preflight.judge(view(0));
  }

  private JobView view(long ticks) {
    return view(ticks, Specs.asked(spec));
  }

  private JobView view(long ticks, Asked asked) {
    List<Place> places = new ArrayList<>();
    Map<String, NodeSight> nodes = new HashMap<>();
    for (Standing standing : standings) {
      String node = standing.node();
      places.add(new Place(node, "10.0.0.1", 1, 1));
      Inspection seen =
          new Inspection(
              "n", values.getOrDefault(node, Map.of()), reached.getOrDefault(node, List.of()), 1);
      nodes.put(
          node,
          new NodeSight(
              standing.live(),
              0,
              Optional.of(JobReport.of(JobReport.Phase.PREPARED)),
              0,
              0,
              OptionalLong.empty(),
              OptionalLong.empty(),
              Optional.of(seen),
              Optional.of(seen),
              drift.getOrDefault(node, new Drift.Seen(List.of())),
              0));
    }
    JobRecord job =
        JobRecord.asked(7, asked, Instant.EPOCH)
            .placed(places)
            .in(JobPhase.CHECKING, List.of(), Instant.EPOCH);
    return new JobView(
        job, Instant.EPOCH, ticks, 0, nodes, standings, "n", true, 1, Deadlines.USUAL);
  }

  @Test
  void nothingStandsAgainstSoundNodes() {
    finds("master", "user.uid", "7777").finds("worker1", "user.uid", "7777");
    finds("master", "mpi.version", "4.1.4").finds("worker1", "mpi.version", "4.1.4");
    finds("master", "program", "/usr/bin/true").finds("master", "leftovers", "");
    finds("master", "launcher", "").finds("master", "mpi.java", "");
    assertThat(obstacles()).isEmpty();
  }

  @Test
  void aJobAwaitsANodeThatIsOnItsWayAndACheckTellsOfItAtOnce() {
    standings.set(
        1,
        new Standing(
            "worker1",
            "10.0.0.1",
            1,
            false,
            true,
            "not connected since noon",
            Optional.empty(),
            false,
            Optional.empty()));

    assertThat(Driver.decide(view(1)).job().phase()).isEqualTo(JobPhase.CHECKING);
    JobRecord checked = Driver.decide(view(1, Specs.check(spec))).job();
    assertThat(checked.phase()).isEqualTo(JobPhase.FAILED);
    assertThat(checked.verdict().orElseThrow().toString()).contains("worker1 is offline");
  }

  @Test
  void driftIsToldWithItsCureAndMayBeOverridden() {
    drift.put("worker1", new Drift.Seen(List.of("package[openmpi-bin] version 4.1.4 → absent")));
    assertThat(obstacles())
        .containsExactly(
            "worker1 is drifted: package[openmpi-bin] version 4.1.4 → absent;"
                + " `plumb apply --limit worker1`, or --force");
    assertThat(all()).allMatch(Obstacle::overridable);
  }

  @Test
  void everyStandingHasItsSentence() {
    standings.set(
        0,
        new Standing(
            "master",
            "10.0.0.1",
            1,
            true,
            false,
            "",
            Optional.of("a new disk"),
            false,
            Optional.of("generation 4 is not applied there")));
    standings.set(
        1,
        new Standing(
            "worker1",
            "10.0.0.1",
            1,
            false,
            false,
            "not connected since 10:02",
            Optional.empty(),
            false,
            Optional.empty()));
    assertThat(obstacles())
        .containsExactly(
            "master is drained: a new disk; `plumb resume master`, or --force",
            "master is not converged: generation 4 is not applied there;"
                + " `plumb apply --limit master`, or --force",
            "worker1 is offline: not connected since 10:02; start it, see plumb status, or leave it"
                + " out of `nodes`");
    assertThat(all()).extracting(Obstacle::overridable).containsExactly(true, true, false);
  }

  private PreflightTest findsSpark(String workers) {
    finds("master", "spark.parts", "master worker").finds("master", "spark.workers", workers);
    finds("worker1", "spark.parts", "worker");
    spec = Specs.spark();
    return this;
  }

  @Test
  void whatSparkIsStillSettingUpIsAwaited() {
    finds("master", "spark.master", "").findsSpark("master");

    Decision soon = Driver.decide(view(1));
    assertThat(soon.job().phase()).isEqualTo(JobPhase.CHECKING);
    assertThat(soon.job().state().why())
        .containsExactly("the worker of Spark on worker1 has not registered with the master");
    assertThat(soon.steps()).containsExactlyInAnyOrder(lookAt("master"), lookAt("worker1"));

    Decision late = Driver.decide(view(Deadlines.USUAL.settled().toNanos()));
    assertThat(late.job().phase()).isEqualTo(JobPhase.FAILED);
    assertThat(late.job().verdict().orElseThrow().obstacles()).isEqualTo(all());
  }

  private static Step lookAt(String node) {
    return new Step.Tell(node, new JobOrder.Inspect("n", List.of(), List.of()));
  }

  @Test
  void aMasterOfSparkThatIsSilentYetIsAwaited() {
    finds("master", "spark.master", "it does not answer").findsSpark("");

    assertThat(Driver.decide(view(1)).job().phase()).isEqualTo(JobPhase.CHECKING);
  }

  @Test
  void whatIsAwaitedIsToldWithWhatWillNotPass() {
    findsSpark("master").finds("worker1", "user.uid", "0");

    assertThat(Driver.decide(view(1)).job().phase()).isEqualTo(JobPhase.FAILED);
    assertThat(obstacles()).hasSize(2).anyMatch(line -> line.contains("has not registered"));
  }

  @Test
  void usersAndVersionsAreTheSameEverywhere() {
    finds("master", "user.uid", "7777").finds("worker1", "user.uid", "7778");
    finds("master", "mpi.version", "4.1.4").finds("worker1", "mpi.version", "5.0.7");
    finds("master", "mpi.library", "libmpi.so.40.30.4");
    finds("worker1", "mpi.library", "libmpi.so.40.40.7");
    assertThat(obstacles())
        .anyMatch(line -> line.startsWith("user mpihpc has different uids: 7777 on master; 7778"))
        .anyMatch(line ->
            line.startsWith(
                "the nodes have different versions of Open MPI: 4.1.4 on master; 5.0.7 on"))
        .anyMatch(line -> line.startsWith("the nodes have different libraries of Open MPI"))
        .hasSize(3);
  }

  @Test
  void whatANodeLacksIsNamed() {
    finds("master", "user.uid", "0");
    finds("worker1", "user.uid", "");
    finds("master", "program", "").finds("master", "program.wanted", "train.py");
    finds("worker1", "mpi.version", "");
    finds("worker1", "launcher", "there is no /usr/bin/perl");
    finds("master", "leftovers", "process 4711 mpirun\n/tmp/ompi.master.7777");
    assertThat(all())
        .extracting(Obstacle::message)
        .containsExactlyInAnyOrder(
            "the job would run as root on master",
            "there is no user mpihpc on worker1",
            "there is no program train.py on master",
            "there is no mpirun on worker1",
            "ranks cannot be started on worker1: there is no /usr/bin/perl",
            "an earlier job left something on master: process 4711 mpirun",
            "an earlier job left something on master: /tmp/ompi.master.7777");
  }

  @Test
  void memoryAndDiskAreCounted() {
    spec =
        new JobSpec(
            "big",
            JobKind.MPI,
            2,
            List.of(),
            0,
            false,
            List.of(new Content("0".repeat(64), 5L << 30)),
            List.of(),
            List.of(),
            Optional.empty(),
            2L << 30,
            0,
            new JobSpec.Mpi(false, false, 0),
            "mpihpc",
            "");
    finds("master", "memory.available", Long.toString(1L << 30));
    finds("worker1", "disk.free", Long.toString(4L << 30));
    assertThat(all())
        .extracting(Obstacle::message)
        .containsExactly(
            "master has 1.0 GiB of memory available, and 1 ranks of 2.0 GiB need 2.0 GiB",
            "worker1 has 4.0 GiB of disk free, and the job's files need 5.0 GiB");
  }

  @Test
  void pairsThatDoNotReachEachOtherAreNamed() {
    reached.put(
        "master", List.of(new Inspection.Reached("worker1", "full-size packets do not pass", 0)));
    finds("worker1", "network.address", "");
    assertThat(all())
        .extracting(Obstacle::message)
        .containsExactly(
            "master does not reach worker1: full-size packets do not pass",
            "worker1 has no address of the job's network");
  }

  @Test
  void jobsThatCannotFitSayHowManySlotsThereAre() {
    spec = Specs.mpi(6);
    assertThat(obstacles())
        .singleElement()
        .asString()
        .startsWith("6 ranks do not fit: there are 2 slots (master 1, worker1 1)");
    spec = Specs.onNodes(Specs.mpi(1), 0, "master", "wroker1");
    assertThat(obstacles())
        .containsExactly(
            "there is no node 'wroker1'; name nodes of the inventory: master, worker1");
  }
}
