package dev.plumbline.controller.cli;

/** Carries out one command. */
@FunctionalInterface
interface Verb {
  /**
   * Does it.
   *
   * @return the exit code
   * @throws Trouble if it cannot be done
   */
  int run(Invocation invocation);
}
