package dev.plumbline.controller.cli.render;

import dev.plumbline.controller.client.job.JobLine;

/** A line of a job, labelled with who wrote it: {@code [3 worker2] text}. */
public final class JobLabel {
  private JobLabel() {}

  /** The text itself stays as the program wrote it. */
  public static String line(JobLine line, Ink ink) {
    String label =
        line.rank() < 0
            ? line.node()
            : line.node().isEmpty()
                ? Integer.toString(line.rank())
                : line.rank() + " " + line.node();
    return label.isEmpty() ? line.text() : ink.dim("[" + label + "]") + " " + line.text();
  }
}
