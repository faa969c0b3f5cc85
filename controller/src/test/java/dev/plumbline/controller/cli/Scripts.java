package dev.plumbline.controller.cli;

import dev.plumbline.controller.client.HistoryEntry;
import dev.plumbline.controller.client.NodeFacts;
import dev.plumbline.controller.client.NodeState;
import dev.plumbline.controller.client.NodeSummary;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.controller.client.Status;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.plan.Plan;
import dev.plumbline.resources.plan.PlanStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What controllers say in the cases of the golden files. */
final class Scripts {
  static final String WRONG =
      """
      cluster: beowulf
      nodes:
        master:  {address: 192.168.56.10}
        worker1: {address: 192.168.56.300}
      groups:
        all: {state: {hostnam: x}}
      """;

  private static final Change HOSTS =
      new Change.Text(
          "block",
          "127.0.0.1 localhost\n127.0.1.1 ubuntu\n::1 localhost\n",
          "127.0.0.1 localhost\n192.168.56.10 master\n::1 localhost\n");

  private static final List<PlanStep> EVERY_STEP =
      List.of(
          apply("hostname", Change.of("name", "ubuntu", "master")),
          apply("hosts", HOSTS),
          apply(
              "file[/etc/motd]",
              new Change.Text("content", null, "Welcome to\tmaster\n\u001b[31mred\n"),
              Change.of("mode", null, "0644"),
              Change.of("owner", null, "root")),
          apply("user[mpihpc]", Change.of("shell", "/bin/sh", "/bin/bash"), secret()),
          apply("package[openmpi-bin]", new Change.KnownAfterApply("version", null, "apt update")),
          apply("package[snapd]", Change.of("version", "2.57.5", null)),
          new PlanStep.Apply(
              ResourceId.parse("service[docker]"),
              List.of(Change.of("running", "no", "yes")),
              Set.of(ResourceId.parse("package[docker.io]"))),
          new PlanStep.Withdraw(
              ResourceId.parse("file[/etc/old]"), List.of(Change.of("mode", "0600", null))),
          effect("libucx0", null, "1.13"),
          effect("libhwloc15", null, "2.9.0"),
          effect("libc6", "2.36-9", "2.36-10"),
          new PlanStep.Wait(
              ResourceId.only("swarm"),
              Set.of(new ExportKey("worker1", ResourceId.only("swarm"), "token"))));

  static final RunEvent[] PLAN_WITH_EVERYTHING = {
    new RunEvent.Started("7", 3),
    new RunEvent.State("master", NodeState.OBSERVING, ""),
    planned("master", EVERY_STEP, 12),
    planned("worker1", List.of(apply("hosts", HOSTS)), 14),
    planned("worker2", List.of(apply("hosts", HOSTS)), 14),
    done(
        2,
        summary("master", NodeState.DIFFERS, 9, 12, ""),
        summary("worker1", NodeState.DIFFERS, 1, 14, ""),
        summary("worker2", NodeState.DIFFERS, 1, 14, ""))
  };

  static final RunEvent[] PLAN_WITHOUT_STEPS = {
    new RunEvent.Started("7", 3),
    planned("master", List.of(), 15),
    planned("worker1", List.of(), 15),
    planned("worker2", List.of(), 15),
    done(
        0,
        summary("master", NodeState.CONVERGED, 0, 15, ""),
        summary("worker1", NodeState.CONVERGED, 0, 15, ""),
        summary("worker2", NodeState.CONVERGED, 0, 15, ""))
  };

  static final RunEvent[] PLAN_THAT_FAILS = {
    planned(
        "master",
        List.of(
            new PlanStep.Fail(
                ResourceId.parse("file[/etc/motd]"),
                "cannot read /etc/motd: Input/output error",
                "check the disk"),
            new PlanStep.Skip(
                ResourceId.parse("service[ssh]"), "needs file[/etc/motd], which fails")),
        13),
    planned("worker1", List.of(), 15),
    new RunEvent.Failed("worker2", "the agent said nothing for 5 min", "look at its journal"),
    done(
        1,
        summary("master", NodeState.FAILED, 0, 13, ""),
        summary("worker1", NodeState.CONVERGED, 0, 15, ""),
        summary("worker2", NodeState.FAILED, 0, 0, "the agent said nothing for 5 min"))
  };

  static final RunEvent[] PLAN_WITH_A_NODE_OFFLINE = {
    planned("master", List.of(apply("hostname", Change.of("name", "ubuntu", "master"))), 14),
    planned("worker1", List.of(), 15),
    done(
        3,
        summary("master", NodeState.DIFFERS, 1, 14, ""),
        summary("worker1", NodeState.CONVERGED, 0, 15, ""),
        summary("worker2", NodeState.OFFLINE, 0, 0, "pending since 09:48"))
  };

  static final RunEvent[] PLAN_WITHOUT_AGENTS_YET = {
    done(
        3,
        summary("master", NodeState.OFFLINE, 0, 0, "never connected"),
        summary("worker1", NodeState.OFFLINE, 0, 0, "never connected"),
        summary("worker2", NodeState.OFFLINE, 0, 0, "never connected"))
  };

  static final RunEvent[] DRIFT = {
    new RunEvent.Started("8", 3),
    planned("master", List.of(), 15),
    planned("worker1", List.of(), 15),
    planned("worker2", List.of(apply("hostname", Change.of("name", "intruder", "worker2"))), 14),
    done(
        2,
        summary("master", NodeState.CONVERGED, 0, 15, ""),
        summary("worker1", NodeState.CONVERGED, 0, 15, ""),
        summary("worker2", NodeState.DIFFERS, 1, 14, ""))
  };

  static final RunEvent[] APPLY = {
    new RunEvent.LeaseHeld("apply 8 of anna holds the cluster since 09:59:30"),
    new RunEvent.Started("9", 4),
    new RunEvent.Planned(
        "master",
        new Plan(
            "master", "hash", EVERY_STEP, "observed", 12, List.of(ResourceId.parse("group[old]")))),
    new RunEvent.Working("master", Optional.of(ResourceId.only("hosts")), "writing"),
    changed("master", "hostname", Change.of("name", "ubuntu", "master")),
    changed("master", "hosts", HOSTS),
    changed(
        "worker1", "user[mpihpc]", Change.of("uid", null, "7777"), Change.of("shell", null, "x")),
    new RunEvent.StepDone("worker1", ResourceId.only("swarm"), new Outcome.Unchanged()),
    new RunEvent.Applied("master", 1, 13, 3100),
    done(
        0,
        new NodeSummary("master", NodeState.CONVERGED, 2, 13, 0, 0, 0, 3100, ""),
        new NodeSummary("worker1", NodeState.CONVERGED, 1, 14, 0, 0, 0, 12040, ""),
        new NodeSummary("worker2", NodeState.CONVERGED, 0, 15, 0, 0, 0, 61000, ""))
  };

  static final RunEvent[] APPLY_WITHOUT_CHANGES = {
    new RunEvent.Started("9", 3),
    planned("master", List.of(), 15),
    done(
        0,
        summary("master", NodeState.CONVERGED, 0, 15, ""),
        summary("worker1", NodeState.CONVERGED, 0, 15, ""),
        summary("worker2", NodeState.CONVERGED, 0, 15, ""))
  };

  static final RunEvent[] APPLY_THAT_FAILS = {
    new RunEvent.Started("9", 4),
    new RunEvent.StepDone(
        "master",
        ResourceId.parse("package[openmpi-bim]"),
        new Outcome.Failed("apt knows no package openmpi-bim", "check the name")),
    new RunEvent.StepDone(
        "master",
        ResourceId.parse("service[x]"),
        new Outcome.Skipped("needs package[openmpi-bim]")),
    new RunEvent.StepDone(
        "worker1", ResourceId.only("swarm"), new Outcome.Waiting("swarm token of master")),
    new RunEvent.Failed("worker2", "ssh to 192.168.56.12: no answer", "check that the node runs"),
    done(
        1,
        new NodeSummary("master", NodeState.FAILED, 2, 13, 0, 1, 1, 3100, ""),
        new NodeSummary("worker1", NodeState.WAITING, 1, 13, 1, 0, 0, 900, ""),
        new NodeSummary(
            "worker2", NodeState.OFFLINE, 0, 0, 0, 0, 0, 0, "ssh to 192.168.56.12: no answer"))
  };

  static final Status STATUS =
      new Status(
          "beowulf",
          3,
          "build b1, pid 4711, port 7433",
          List.of(
              node("master", true, NodeState.CONVERGED, "", "b1"),
              new Status.Node(
                  "worker1",
                  "192.168.56.11",
                  true,
                  Optional.of(Desk.NOW.minus(Duration.ofHours(3))),
                  NodeState.FAILED,
                  "",
                  3,
                  2,
                  Optional.of(Desk.NOW.minus(Duration.ofSeconds(40))),
                  "b1",
                  List.of(
                      new RunEvent.StepDone(
                          "worker1",
                          ResourceId.parse("package[x]"),
                          new Outcome.Failed("apt knows no package x", "check the name")))),
              node(
                  "worker2",
                  false,
                  NodeState.OFFLINE,
                  "its agent was refused: the certificate of worker2 was revoked at"
                      + " 2026-11-20T09:48:00Z; plumb apply installs its agent anew",
                  "b1")));

  static final List<HistoryEntry> RUNS =
      List.of(
          new HistoryEntry(
              "9",
              "apply",
              4,
              Desk.NOW.minus(Duration.ofMinutes(5)),
              61_000,
              1,
              "anna",
              List.of(
                  summary("master", NodeState.CONVERGED, 2, 13, ""),
                  new NodeSummary("worker1", NodeState.FAILED, 1, 13, 0, 0, 1, 5, ""))),
          new HistoryEntry(
              "8", "drift", 3, Desk.NOW.minus(Duration.ofDays(1)), 90, 2, "root", List.of()));

  static final List<NodeFacts> FACTS =
      List.of(
          NodeFacts.of("master", Map.of("os.name", "Debian 12", "cpu.count", "2"), ""),
          NodeFacts.of("worker1", Map.of(), "offline since 09:48"));

  private Scripts() {}

  private static PlanStep apply(String resource, Change... changes) {
    return new PlanStep.Apply(ResourceId.parse(resource), List.of(changes), Set.of());
  }

  private static Change secret() {
    return new Change.Hidden("password_hash");
  }

  private static PlanStep effect(
      String name,
      @org.jspecify.annotations.Nullable String from,
      @org.jspecify.annotations.Nullable String to) {
    return new PlanStep.SideEffect(
        new ResourceId("package", name), Change.of("version", from, to), "apt");
  }

  private static RunEvent planned(String node, List<PlanStep> steps, int unchanged) {
    return new RunEvent.Planned(
        node, new Plan(node, "hash", steps, "observed", unchanged, List.of()));
  }

  private static RunEvent changed(String node, String resource, Change... changes) {
    return new RunEvent.StepDone(
        node, ResourceId.parse(resource), new Outcome.Changed(List.of(changes)));
  }

  private static RunEvent done(int exitCode, NodeSummary... nodes) {
    return new RunEvent.Done(exitCode, List.of(nodes));
  }

  private static NodeSummary summary(
      String node, NodeState state, int changed, int unchanged, String note) {
    return new NodeSummary(node, state, changed, unchanged, 0, 0, 0, 0, note);
  }

  private static Status.Node node(
      String name, boolean connected, NodeState state, String note, String build) {
    return new Status.Node(
        name,
        "192.168.56.1x",
        connected,
        Optional.of(Desk.NOW.minus(Duration.ofMinutes(12))),
        state,
        note,
        3,
        1,
        Optional.of(Desk.NOW.minus(Duration.ofHours(2))),
        build,
        List.of());
  }
}
