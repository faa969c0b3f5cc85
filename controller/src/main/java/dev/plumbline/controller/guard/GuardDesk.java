package dev.plumbline.controller.guard;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.cluster.Reception;
import dev.plumbline.controller.cluster.Requests;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.controller.model.Listening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Takes in guards that agents have armed, and finds out whether their changes may stay. */
public final class GuardDesk {
  private final Cluster cluster;
  private final Agents agents;
  private final Reception reception;
  private final Requests requests;
  private final LongSupplier nanos;
  private final Consumer<String> log;
  private final AtomicLong asked = new AtomicLong();
  private final Map<String, Thread> underWay = new ConcurrentHashMap<>();

  /**
   * @param nanos monotonic time
   * @param log receives lines for a person
   */
  public GuardDesk(
      Cluster cluster,
      Agents agents,
      Reception reception,
      Requests requests,
      LongSupplier nanos,
      Consumer<String> log) {
    this.cluster = cluster;
    this.agents = agents;
    this.reception = reception;
    this.requests = requests;
    this.nanos = nanos;
    this.log = log;
  }

  /** A guard was armed, or its agent connected once more. Does not block. */
  public void armed(AgentSession session, AgentMessage.GuardArmed guard) {
    String node = session.hello().node();
    Inquiry inquiry =
        new Inquiry(
            guard,
            listening -> witnesses(node, listening),
            session::send,
            nanos,
            what -> log.accept(node + ": " + what));
    Thread thread =
        Thread.ofVirtual()
            .name("guard of " + node)
            .unstarted(() -> {
              try {
                inquiry.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // A newer connection asks for the same.
              } finally {
                underWay.remove(guard.guard(), Thread.currentThread());
              }
            });
    Thread before = underWay.put(guard.guard(), thread);
    if (before != null) {
      before.interrupt();
    }
    thread.start();
  }

  /** Who can be asked for an address now: agents on its subnet, and the controller itself. */
  private List<Witness> witnesses(String armed, Listening listening) {
    Subnet subnet = Subnet.of(listening.address(), listening.prefix());
    List<Witness> witnesses = new ArrayList<>();
    for (InventoryNode node : cluster.inventory()) {
      String name = node.name();
      boolean near =
          subnet.contains(node.address())
              || reception.addresses(name).stream().anyMatch(subnet::contains);
      if (near && !name.equals(armed)) {
        agents
            .live(name)
            .ifPresent(session ->
                witnesses.add(
                    new AgentCall(session, requests, () -> "guard." + asked.incrementAndGet())));
      }
    }
    witnesses.add(new OwnCall());
    return witnesses;
  }
}
