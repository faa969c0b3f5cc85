package dev.plumbline.controller.job;

/** One thing to do. What was done before on the same session need not be done again. */
public sealed interface Step {
  String node();

  /** Give an order to a node's agent. */
  record Tell(String node, JobOrder order) implements Step {}

  /** Ask a node how it compares with its last applied revision. */
  record Observe(String node) implements Step {}
}
