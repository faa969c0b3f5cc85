package dev.plumbline.controller.rpc.agents;

import dev.plumbline.proto.v1.PageOrder;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The pages that an agent is to show. */
public final class AskedPages {
  private static final long LONG = 30;
  private static final long SHORT = 5;
  private final BlockingQueue<PageOrder> orders = new LinkedBlockingQueue<>();
  private final Supplier<ScriptedAgent> agent;

  /**
   * @param agent its connection as it is now
   */
  AskedPages(Supplier<ScriptedAgent> agent) {
    this.agent = agent;
  }

  void add(PageOrder order) {
    orders.add(order);
  }

  /** The next one. */
  public PageOrder next() {
    try {
      PageOrder order = orders.poll(LONG, TimeUnit.SECONDS);
      if (order == null) {
        throw new AssertionError("no page was asked for");
      }
      return order;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The next one, if it comes soon: who was turned away never comes. */
  public Optional<PageOrder> soon() {
    try {
      return Optional.ofNullable(orders.poll(SHORT, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Begins to show one. */
  public ShownPage show(PageOrder order) {
    return new ShownPage(agent.get(), order.getRequest());
  }
}
