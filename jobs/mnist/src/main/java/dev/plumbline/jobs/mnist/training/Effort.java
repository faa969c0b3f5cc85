package dev.plumbline.jobs.mnist.training;

import java.util.Locale;

/**
 * What the training took on one rank, from the first batch to the last.
 *
 * @param host where the rank ran
 * @param computeSeconds by the clock
 * @param communicationSeconds by the clock, waiting for slower ranks included
 * @param cpuSeconds of the whole process: compilation and collection of garbage are in it
 */
public record Effort(
    String host, double computeSeconds, double communicationSeconds, double cpuSeconds) {

  /** In one line, to travel to rank 0. */
  public String toLine() {
    return String.format(
        Locale.ROOT, "%s %.3f %.3f %.2f", host, computeSeconds, communicationSeconds, cpuSeconds);
  }

  public static Effort ofLine(String line) {
    String[] parts = line.split(" ", -1);
    return new Effort(
        parts[0],
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]));
  }
}
