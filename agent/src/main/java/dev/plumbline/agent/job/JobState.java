package dev.plumbline.agent.job;

import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.agent.job.report.Phase;
import dev.plumbline.agent.job.report.Relay;
import dev.plumbline.agent.job.report.Shortage;
import dev.plumbline.agent.job.report.Trouble;
import dev.plumbline.agent.job.report.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is kept of a job on the disk of this node. Who changes it holds its lock. */
final class JobState {
  final String id;
  final Work work;
  Phase phase = Phase.PREPARING;

  /** Which run of the machine the program was started in. */
  String boot = "";

  long generation;
  long started;
  boolean clean;
  Optional<Exit> exit = Optional.empty();
  List<Placed> outputs = List.of();
  List<String> missing = List.of();
  List<Trouble> problems = List.of();

  /** What units used that have ended. */
  Usage usage = Usage.NONE;

  Shortage shortage = Shortage.NONE;

  /** The orteds that were started here. */
  final Map<String, Relay> orteds = new TreeMap<>();

  JobState(String id, Work work) {
    this.id = id;
    this.work = work;
  }
}
