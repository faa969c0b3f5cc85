package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.job.Drift;
import dev.plumbline.controller.job.Inspection;
import dev.plumbline.controller.job.JobOrder;
import dev.plumbline.controller.job.JobReport;
import dev.plumbline.controller.job.NodeSight;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One node of a job, as its agent told since it connected. Confined to the desk's thread. */
final class LiveNode {
  private static final Duration AGAIN = Duration.ofSeconds(3);

  Optional<AgentSession> session = Optional.empty();
  Drift drift = new Drift.Unasked();
  long keptTold = -1;
  private Optional<JobReport> report = Optional.empty();
  private long heard;
  private long moved;
  private Optional<Inspection> listening = Optional.empty();
  private Optional<Inspection> reaching = Optional.empty();
  private final Map<JobOrder, Long> told = new HashMap<>();

  Optional<JobReport> report() {
    return report;
  }

  /** Whatever was said or ordered before belongs to a connection that is gone. */
  void connection(Optional<AgentSession> now, long ticks) {
    if (!now.equals(session)) {
      session = now;
      report = Optional.empty();
      heard = ticks;
      moved = ticks;
      keptTold = -1;
      told.clear();
      listening = Optional.empty();
      reaching = Optional.empty();
      if (drift instanceof Drift.Asked) {
        drift = new Drift.Unasked();
      }
    }
  }

  /** The checks of another attempt begin anew, and so does its log. */
  void checkAnew() {
    keptTold = -1;
    listening = Optional.empty();
    reaching = Optional.empty();
    drift = new Drift.Unasked();
  }

  void said(JobReport now, String nonce, long ticks) {
    if (!Optional.of(now).equals(report)) {
      moved = ticks;
    }
    heard = ticks;
    report = Optional.of(now);
    now.inspection()
        .filter(inspection -> inspection.token().equals(nonce))
        .ifPresent(inspection -> {
          // The second look says only whom it reached; what the first saw still holds.
          if (inspection.reached().isEmpty()) {
            listening = Optional.of(inspection);
          } else {
            reaching = Optional.of(inspection);
          }
        });
  }

  /** Whether an order is due: not given yet, or long ago without effect. */
  boolean isDue(JobOrder order, long ticks) {
    Long before = told.get(order);
    if (before != null && ticks - before < AGAIN.toNanos()) {
      return false;
    }
    told.put(order, ticks);
    return true;
  }

  /** The job moved on: what was ordered before says nothing about what is due now. */
  void forgetOrders() {
    told.keySet().removeIf(order -> !(order instanceof JobOrder.Kept));
  }

  NodeSight sight(long since, long received) {
    return new NodeSight(
        session.isPresent(),
        since,
        report,
        heard,
        moved,
        firstTold(JobOrder.Prepare.class),
        firstTold(JobOrder.Collect.class),
        listening,
        reaching,
        drift,
        received);
  }

  private OptionalLong firstTold(Class<? extends JobOrder> kind) {
    return told.entrySet().stream()
        .filter(entry -> kind.isInstance(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .min();
  }
}
