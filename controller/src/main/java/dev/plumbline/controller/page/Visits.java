package dev.plumbline.controller.page;

import dev.plumbline.controller.agents.AgentSession;
import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.PageRequest;
import dev.plumbline.controller.run.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** All pages that are on their way. Thread-safe. */
public final class Visits {
  /** So many at once, over all nodes and callers: each may keep some megabytes here. */
  static final int MOST = 32;

  private final Agents agents;
  private final Timer timer;
  private final AtomicLong asked = new AtomicLong();
  private final Semaphore free = new Semaphore(MOST);
  private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();

  /** A visit whose agent has not begun. */
  private record Awaited(String node, Visit visit) {}

  public Visits(Agents agents, Timer timer) {
    this.agents = agents;
    this.timer = timer;
  }

  /**
   * Asks for a page.
   *
   * @param job whose driver's page it is; 0: the master's
   */
  public Visit begin(String node, long job, PageRequest page, Reader reader) throws Refusal {
    Optional<AgentSession> session = agents.live(node);
    if (session.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.TOO_EARLY, node + " is not connected; 'plumb status' says since when");
    }
    if (!free.tryAcquire()) {
      throw new Refusal(
          Refusal.Kind.TOO_EARLY,
          MOST + " pages of Spark are on their way already; wait for them, and load it again");
    }
    String request = "page." + asked.incrementAndGet();
    Visit visit =
        new Visit(
            node,
            reader,
            timer,
            () -> {
              awaited.remove(request);
              free.release();
            });
    awaited.put(request, new Awaited(node, visit));
    session.get().send(new AgentCommand.Page(request, job, page));
    return visit;
  }

  /** The visit that an agent answers; empty if it was not asked, or nobody waits any more. */
  public Optional<Visit> claim(String node, String request) {
    Awaited found = awaited.get(request);
    return found != null && found.node().equals(node) && awaited.remove(request, found)
        ? Optional.of(found.visit())
        : Optional.empty();
  }
}
