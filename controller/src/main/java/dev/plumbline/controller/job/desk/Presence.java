package dev.plumbline.controller.job.desk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Since when nodes have been connected or away. Confined to the desk's thread. */
final class Presence {
  private final JobContext context;
  private final long started;
  private final Map<String, Long> since = new HashMap<>();
  private final Set<String> live = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  Presence(JobContext context) {
    this.context = context;
    this.started = context.now();
  }

  /** Looks whether a node is connected. */
  boolean look(String node) {
    boolean now = context.agents().live(node).isPresent();
    if (now ? live.add(node) : live.remove(node)) {
      since.put(node, context.now());
    }
    if (now) {
      seen.add(node);
    }
    return now;
  }

  /** When that changed last; monotonic, nanoseconds. */
  long since(String node) {
    look(node);
    return since.getOrDefault(node, started);
  }

  /** Whether a node that is away is likely to come back soon. */
  boolean isComing(String node) {
    boolean expected =
        context.cluster().certificates().expects(node, context.clock().instant())
            && context.reception().refusal(node).isEmpty();
    var patience =
        seen.contains(node) ? context.deadlines().nodeLost() : context.deadlines().restarted();
    return expected && context.now() - since(node) < patience.toNanos();
  }
}
