package dev.plumbline.controller.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent, its disk and the programs on its node. What it is told and what it says take time. */
final class SimulatedAgent {
  final String node;
  final Deque<JobOrder> incoming = new ArrayDeque<>();
  final Deque<JobReport> outgoing = new ArrayDeque<>();
  boolean connected = true;
  boolean dead;
  int starts;
  JobReport.Phase phase = JobReport.Phase.UNKNOWN;
  Optional<Exit> exit = Optional.empty();
  private Optional<Inspection> inspection = Optional.empty();
  private List<Relay> relays = new ArrayList<>();
  private boolean started;
  private final boolean makesOutput;

  SimulatedAgent(String node, boolean makesOutput) {
    this.node = node;
    this.makesOutput = makesOutput;
  }

  void tell(JobOrder order) {
    if (connected) {
      incoming.add(order);
    }
  }

  /** Whether a program of the job runs there. */
  boolean runs() {
    return started && exit.isEmpty();
  }

  void programEnds(int code) {
    if (runs()) {
      exit = Optional.of(Exit.of(code, ""));
      phase = JobReport.Phase.ENDED;
      say();
    }
  }

  /** Whatever was on its way is lost. */
  void cut() {
    connected = false;
    incoming.clear();
    outgoing.clear();
  }

  void comeBack() {
    if (!dead) {
      connected = true;
      if (phase != JobReport.Phase.UNKNOWN) {
        say();
      }
    }
  }

  /** Its memory is gone, its disk and the programs are not. */
  void restart() {
    cut();
    inspection = Optional.empty();
    if (phase == JobReport.Phase.RUNNING && !started && relays.isEmpty()) {
      phase = JobReport.Phase.PREPARED;
    }
  }

  void die() {
    cut();
    dead = true;
    started = false;
  }

  void act() {
    JobOrder order = incoming.poll();
    if (order == null) {
      return;
    }
    switch (order) {
      case JobOrder.Prepare _ -> {
        if (phase == JobReport.Phase.UNKNOWN) {
          phase = JobReport.Phase.PREPARED;
        }
      }
      case JobOrder.Inspect inspect -> {
        List<Inspection.Reached> reached =
            inspect.reach().stream()
                .map(target -> new Inspection.Reached(target.node(), "", 1500))
                .toList();
        inspection =
            Optional.of(new Inspection(inspect.token(), Map.of("user.uid", "7"), reached, 1));
      }
      case JobOrder.Start _ -> {
        if (phase == JobReport.Phase.PREPARED) {
          starts++;
          started = true;
          phase = JobReport.Phase.RUNNING;
        }
      }
      case JobOrder.Ticket _ -> {
        if (phase == JobReport.Phase.PREPARED) {
          phase = JobReport.Phase.RUNNING;
        }
      }
      case JobOrder.StartOrted orted -> {
        if (relays.stream().noneMatch(relay -> relay.id().equals(orted.relay()))) {
          relays.add(new Relay(orted.relay(), node, List.of(), Optional.empty()));
        }
      }
      case JobOrder.Signal signal -> {
        if (signal.kind() != JobOrder.Signal.Kind.QUIT && runs()) {
          exit = Optional.of(Exit.of(143, ""));
          phase = JobReport.Phase.ENDED;
        }
      }
      case JobOrder.End _ -> {
        if (phase != JobReport.Phase.UNKNOWN) {
          started = false;
          phase = JobReport.Phase.CLEAN;
        }
      }
      case JobOrder.Collect _ -> {
        if (phase == JobReport.Phase.CLEAN) {
          phase = JobReport.Phase.COLLECTED;
        }
      }
      case JobOrder.Forget _ -> forget();
      case JobOrder.OrtedEnded _, JobOrder.Kept _ -> {
        // Only the answer counts.
      }
    }
    say();
  }

  private void forget() {
    phase = JobReport.Phase.UNKNOWN;
    exit = Optional.empty();
    relays = new ArrayList<>();
    inspection = Optional.empty();
    started = false;
  }

  private void say() {
    if (connected) {
      boolean collected = phase == JobReport.Phase.COLLECTED;
      outgoing.add(
          new JobReport(
              phase,
              0,
              0,
              inspection,
              exit,
              0,
              List.copyOf(relays),
              collected && makesOutput ? List.of(FILE) : List.of(),
              collected && !makesOutput ? List.of(FILE.path()) : List.of(),
              List.of(),
              Optional.empty(),
              Shortage.NONE));
    }
  }

  static final PlacedFile FILE = new PlacedFile("out", new Content("0".repeat(64), 1), false);
}
