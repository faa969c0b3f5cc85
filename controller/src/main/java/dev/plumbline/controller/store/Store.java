package dev.plumbline.controller.store;

import dev.plumbline.controller.job.Drain;
import dev.plumbline.controller.job.JobReader;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.model.CertificateRecord;
import dev.plumbline.controller.model.Generation;
import dev.plumbline.controller.model.KnownExport;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.RunRecord;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the controller remembers. Not thread-safe: one thread uses it, see {@link Recorder}.
 *
 * <p>Every method fails with {@link StoreException}.
 */
public interface Store extends AutoCloseable {
  /** Carries out all of the work or, if it throws, nothing of it. */
  void inTransaction(Runnable work);

  Optional<String> setting(String name);

  void set(String name, String value);

  /** The last generation. */
  Optional<Generation> generation();

  /** Keeps a generation with the catalogs of its nodes, without secrets. */
  void add(Generation generation, Collection<EncodedCatalog> catalogs);

  /** A node's catalog in a generation; it has no secrets. */
  Optional<EncodedCatalog> catalog(long generation, String node);

  List<NodeRecord> nodes();

  void save(NodeRecord node);

  List<KnownExport> exports();

  void save(KnownExport export);

  /** Keeps the beginning or the end of a run. */
  void save(RunRecord run);

  /** The last runs, newest first. */
  List<RunRecord> runs(int limit);

  List<CertificateRecord> certificates();

  void add(CertificateRecord certificate);

  void revoke(String serial, Instant at);

  /** Keeps a job as it is now. */
  void save(JobRecord job);

  /** The last jobs, the newest first. */
  List<JobRecord> jobs(JobReader reader, int limit);

  /** The jobs that are not over, the oldest first. */
  List<JobRecord> jobsUnderWay(JobReader reader);

  Optional<JobRecord> job(JobReader reader, long id);

  /** The highest number that a job has had; 0 if there was none. */
  long lastJob();

  List<Drain> drains();

  void save(Drain drain);

  /** Takes back the drain of a node. */
  void resume(String node);

  @Override
  void close();
}
