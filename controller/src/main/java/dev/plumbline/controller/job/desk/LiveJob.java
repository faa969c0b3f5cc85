package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.job.JobPhase;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.job.JobReport;
import dev.plumbline.controller.job.JobView;
import dev.plumbline.controller.job.NodeSight;
import dev.plumbline.controller.job.Place;
import dev.plumbline.controller.job.Standing;
import dev.plumbline.controller.job.log.JobLog;
import dev.plumbline.resources.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A job that is not over. Confined to the desk's thread. */
final class LiveJob {
  final Map<String, Secret> secrets;
  final JobLog log;
  CompletableFuture<Void> tail = CompletableFuture.completedFuture(null);
  private final JobContext context;
  private final Presence presence;
  private final Map<String, LiveNode> nodes = new HashMap<>();
  private JobRecord record;
  private long phaseSince;
  private String nonce;

  LiveJob(
      JobRecord record,
      Map<String, Secret> secrets,
      JobLog log,
      JobContext context,
      Presence presence) {
    this.record = record;
    this.secrets = Map.copyOf(secrets);
    this.log = log;
    this.context = context;
    this.presence = presence;
    this.nonce = context.nonces().get();
    this.phaseSince = context.now() - age(record, context).toNanos();
  }

  /** What max_runtime counts goes on although the process that counted died. */
  private static Duration age(JobRecord record, JobContext context) {
    Duration age = Duration.between(record.state().at(), context.clock().instant());
    return record.phase() == JobPhase.RUNNING && !age.isNegative() ? age : Duration.ZERO;
  }

  JobRecord record() {
    return record;
  }

  /** Takes over what was decided. */
  void become(JobRecord next) throws IOException {
    JobRecord before = record;
    record = next;
    if (next.attempt() != before.attempt()) {
      checkAnew();
      log.restart("attempt " + next.attempt() + " begins");
    }
    if (next.phase() == JobPhase.QUEUED && before.phase() == JobPhase.CHECKING) {
      checkAnew(); // It may wait for long now, and an apply may go ahead of it.
    }
    if (next.phase() != before.phase()) {
      phaseSince = context.now();
      nodes.values().forEach(LiveNode::forgetOrders);
    }
  }

  private void checkAnew() {
    nonce = context.nonces().get();
    nodes.values().forEach(LiveNode::checkAnew);
  }

  LiveNode node(String name) {
    LiveNode node = nodes.computeIfAbsent(name, _ -> new LiveNode());
    node.connection(context.agents().live(name), context.now());
    return node;
  }

  /** What an agent says of the job; nothing if it said so on a connection that is gone. */
  void said(AgentSession session, JobReport report) throws IOException {
    LiveNode node = node(session.hello().node());
    if (!node.session.equals(Optional.of(session))) {
      return;
    }
    node.said(report, nonce, context.now());
    String name = session.hello().node();
    if (report.phase() != JobReport.Phase.RUNNING && report.logSize() <= log.received(name)) {
      log.end(name);
    }
  }

  JobView view(List<Standing> standings) {
    Map<String, NodeSight> sights = new HashMap<>();
    for (Place place : record.places()) {
      sights.put(
          place.node(),
          node(place.node()).sight(presence.since(place.node()), log.received(place.node())));
    }
    return new JobView(
        record,
        context.clock().instant(),
        context.now(),
        phaseSince,
        sights,
        standings,
        nonce,
        secrets.keySet().containsAll(record.asked().secrets()),
        context.cluster().generation().number(),
        context.deadlines());
  }

  /** Nodes that still have something of the attempt before. */
  List<String> uncleaned() {
    List<String> uncleaned = new ArrayList<>();
    for (Place place : record.places()) {
      LiveNode node = node(place.node());
      boolean gone =
          node.report().filter(said -> said.phase() == JobReport.Phase.UNKNOWN).isPresent();
      if (node.session.isPresent() && !gone) {
        uncleaned.add(place.node());
      }
    }
    return uncleaned;
  }

  JobSnapshot snapshot() {
    Map<String, JobSnapshot.Transfer> transfers = new HashMap<>();
    for (Place place : record.places()) {
      node(place.node())
          .report()
          .filter(report -> TRAVELLING.contains(report.phase()) && report.bytesTotal() > 0)
          .ifPresent(report ->
              transfers.put(
                  place.node(), new JobSnapshot.Transfer(report.bytesDone(), report.bytesTotal())));
    }
    return new JobSnapshot(record, transfers);
  }

  private static final Set<JobReport.Phase> TRAVELLING =
      Set.of(JobReport.Phase.PREPARING, JobReport.Phase.COLLECTING);
}
