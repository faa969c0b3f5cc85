package dev.plumbline.controller.cluster;

import dev.plumbline.controller.model.CertificateRecord;
import dev.plumbline.controller.model.Generation;
import dev.plumbline.controller.model.KnownExport;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.RunRecord;
import dev.plumbline.controller.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an earlier process left behind.
 *
 * @param lastRun the highest number of a run; 0 if there was none
 */
public record Remembered(
    Generation generation,
    List<NodeRecord> nodes,
    List<KnownExport> exports,
    List<CertificateRecord> certificates,
    long lastRun) {
  private static final int RUNS_UNDER_WAY = 100;

  /** Reads the store, and closes the runs that ended with the process that carried them out. */
  public static Remembered load(Store store) {
    List<RunRecord> runs = store.runs(RUNS_UNDER_WAY);
    runs.stream()
        .filter(run -> run.end().isEmpty())
        .forEach(run ->
            store.save(
                new RunRecord(
                    run.id(),
                    run.verb(),
                    run.generation(),
                    run.user(),
                    run.started(),
                    Optional.of(
                        new RunRecord.End(
                            Duration.ZERO,
                            1,
                            "the controller ended before the run did",
                            List.of())))));
    return new Remembered(
        store.generation().orElse(Generation.NONE),
        store.nodes(),
        store.exports(),
        store.certificates(),
        runs.stream().mapToLong(RunRecord::id).max().orElse(0));
  }
}
