package dev.plumbline.jobs.mnist.training;

/**
 * How large the steps are: they grow evenly through the first fifth of all steps, then shrink
 * evenly to nothing.
 *
 * @param steps of the whole training
 * @param peak the largest rate
 */
record Schedule(int steps, double peak) {
  private static final double RISE = 0.2;
  private static final double BEGIN = 0.1;

  /** The rate of a step, counted from 0. */
  double rate(int step) {
    double done = (double) step / steps;
    double share = done < RISE ? BEGIN + (1 - BEGIN) * done / RISE : (1 - done) / (1 - RISE);
    return peak * share;
  }
}
