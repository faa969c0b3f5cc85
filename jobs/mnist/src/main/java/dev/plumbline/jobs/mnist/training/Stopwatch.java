package dev.plumbline.jobs.mnist.training;

import java.time.Duration;

/** Time by the clock and of the processor, since it was made. */
final class Stopwatch {
  private final long begin = System.nanoTime();
  private final double cpuAtBegin = cpu();
  private long communication;

  double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }

  void communicate(Runnable exchange) {
    long before = System.nanoTime();
    exchange.run();
    communication += System.nanoTime() - before;
  }

  Effort effort(String host) {
    double exchanged = communication / 1e9;
    return new Effort(host, seconds() - exchanged, exchanged, cpu() - cpuAtBegin);
  }

  /** Of the whole process, in seconds; 0 where the system does not tell. */
  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L)
        / 1e9;
  }
}
