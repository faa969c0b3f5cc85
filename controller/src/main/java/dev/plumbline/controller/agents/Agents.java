package dev.plumbline.controller.agents;

import dev.plumbline.controller.model.AgentMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The live sessions, at most one of each node.
 *
 * <p>A second session of a name is the same agent come back, or another machine that speaks for the
 * same node. An agent says which start of itself it is: the same one replaces its old session at
 * once. Otherwise the old session has the time of one heartbeat and a half to show that it is
 * alive; if it does, there are two agents, and the second is refused.
 */
public final class Agents {
  private final AgentListener listener;
  private final Timer timer;
  private final Duration heartbeat;
  private final Map<String, AgentSession> live = new HashMap<>();
  private final Map<String, AgentSession> contenders = new HashMap<>();

  public Agents(AgentListener listener, Timer timer, Duration heartbeat) {
    this.listener = listener;
    this.timer = timer;
    this.heartbeat = heartbeat;
  }

  public synchronized Optional<AgentSession> live(String node) {
    return Optional.ofNullable(live.get(node));
  }

  public synchronized Collection<AgentSession> all() {
    return List.copyOf(live.values());
  }

  /** Takes in a session that {@link Admission} has nothing against. */
  public void arrived(AgentSession session) {
    String node = session.hello().node();
    AgentSession old;
    Optional<AgentSession> displaced;
    synchronized (this) {
      old = live.get(node);
      boolean contested = old != null && !isSameStart(old, session);
      displaced =
          Optional.ofNullable(contested ? contenders.put(node, session) : live.put(node, session));
      if (contested) {
        timer.after(heartbeat.multipliedBy(3).dividedBy(2), () -> silent(node, session));
      }
    }
    displaced.ifPresent(previous -> previous.refuse("a newer connection of this agent took over"));
    if (isLive(session)) {
      begin(session);
    }
  }

  private static boolean isSameStart(AgentSession old, AgentSession fresh) {
    return !fresh.hello().instance().isEmpty()
        && fresh.hello().instance().equals(old.hello().instance());
  }

  private void begin(AgentSession session) {
    session.welcome();
    listener.connected(session);
  }

  /** The old session did not show itself in time. */
  private void silent(String node, AgentSession contender) {
    AgentSession old;
    synchronized (this) {
      if (!contenders.remove(node, contender)) {
        return;
      }
      old = live.put(node, contender);
    }
    if (old != null) {
      old.refuse("this connection was silent when the agent connected again");
    }
    begin(contender);
  }

  /** A message came in on a session that was welcomed. */
  public void said(AgentSession session, AgentMessage message) {
    AgentSession contender;
    synchronized (this) {
      String node = session.hello().node();
      if (!session.equals(live.get(node))) {
        return;
      }
      contender = contenders.remove(node);
    }
    if (contender != null) {
      String node = session.hello().node();
      String reason =
          "two agents speak for "
              + node
              + " (machine-ids "
              + session.hello().machineId()
              + " and "
              + contender.hello().machineId()
              + "): one machine is a copy of the other; remove the agent from the copy";
      contender.refuse(reason);
      listener.refused(node, reason);
    }
    listener.said(session, message);
  }

  /** A session has ended, whoever ended it. */
  public void departed(AgentSession session) {
    String node = session.hello().node();
    AgentSession next;
    synchronized (this) {
      if (contenders.remove(node, session) || !session.equals(live.get(node))) {
        return;
      }
      next = contenders.remove(node);
      if (next == null) {
        live.remove(node);
      } else {
        live.put(node, next);
      }
    }
    listener.disconnected(session);
    if (next != null) {
      begin(next);
    }
  }

  private synchronized boolean isLive(AgentSession session) {
    return session.equals(live.get(session.hello().node()));
  }
}
