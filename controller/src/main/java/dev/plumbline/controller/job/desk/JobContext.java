package dev.plumbline.controller.job.desk;

import dev.plumbline.controller.agents.Agents;
import dev.plumbline.controller.cluster.Cluster;
import dev.plumbline.controller.cluster.Reception;
import dev.plumbline.controller.cluster.Requests;
import dev.plumbline.controller.job.Deadlines;
import dev.plumbline.controller.job.JobReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Everything that jobs share.
 *
 * @param folder where each job has a folder for its log
 * @param clock for people
 * @param ticker for durations: monotonic time in nanoseconds
 * @param nonces texts that nobody can guess
 * @param log receives lines for a person
 */
public record JobContext(
    Cluster cluster,
    Agents agents,
    Reception reception,
    Requests requests,
    JobReader reader,
    Path folder,
    Deadlines deadlines,
    Clock clock,
    LongSupplier ticker,
    Supplier<String> nonces,
    Consumer<String> log) {
  long now() {
    return ticker.getAsLong();
  }

  Path logOf(long job) {
    return folder.resolve(Long.toString(job)).resolve("log");
  }
}
