package dev.plumbline.agent.job;

import dev.plumbline.agent.job.order.Order;

/**
 * Allows the head to ask for orteds here.
 *
 * @param until on the clock of {@link System#nanoTime()}
 */
record Ticket(Order.Ticket of, long until) {
  boolean good(long now) {
    return until - now > 0;
  }
}
