package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.job.Cause;
import dev.plumbline.controller.job.JobKind;
import dev.plumbline.controller.job.JobRecord;
import dev.plumbline.controller.job.Place;
import dev.plumbline.controller.job.desk.JobSnapshot;
import dev.plumbline.controller.job.desk.Jobs;
import dev.plumbline.controller.job.log.LogLine;
import dev.plumbline.controller.job.log.LogReader;
import dev.plumbline.controller.job.log.RankLabel;
import dev.plumbline.controller.rpc.wire.JobRecords;
import dev.plumbline.proto.v1.JobDone;
import dev.plumbline.proto.v1.JobEvent;
import dev.plumbline.proto.v1.JobOutput;
import dev.plumbline.proto.v1.JobRefused;
import dev.plumbline.proto.v1.JobTransfer;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells somebody what happens to a job. It looks at what is, and says what it has not said yet: so
 * a follower that comes late, or reads slowly, hears the same in the end.
 */
final class JobFollower {
  private static final long LOOK_AGAIN_MS = 1_000;
  private static final long ROOM_MS = 10;
  private static final long PIECE = 256 << 10;

  private final Jobs jobs;
  private final long id;
  private final boolean wait;
  private final ServerCallStreamObserver<JobEvent> stream;
  private final Semaphore moved = new Semaphore(0);
  private final Map<String, JobSnapshot.Transfer> transfers = new HashMap<>();
  private long offset;
  private int states;
  private Optional<JobRecord.Entered> lastState = Optional.empty();

  private JobFollower(
      Jobs jobs, long id, long offset, boolean wait, ServerCallStreamObserver<JobEvent> stream) {
    this.jobs = jobs;
    this.id = id;
    this.offset = offset;
    this.wait = wait;
    this.stream = stream;
  }

  /**
   * Follows in a thread of its own.
   *
   * @param offset of the log, from which on its lines are told
   * @param wait until the job has ended; else what there is now
   */
  static void start(
      Jobs jobs, long id, long offset, boolean wait, ServerCallStreamObserver<JobEvent> stream) {
    JobFollower follower = new JobFollower(jobs, id, offset, wait, stream);
    Thread.ofVirtual().name("follower").start(follower::run);
  }

  private void run() {
    Runnable stop = jobs.listen(moved::release);
    try {
      boolean more = true;
      while (more && !stream.isCancelled()) {
        moved.drainPermits();
        more = tell();
        if (more) {
          var _ = moved.tryAcquire(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
        }
      }
      if (!stream.isCancelled()) {
        stream.onCompleted();
      }
    } catch (IOException e) {
      fail("cannot read the log of job " + id + ": " + e.getMessage());
    } catch (CompletionException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      stop.run();
    }
  }

  private void fail(String why) {
    if (!stream.isCancelled()) {
      stream.onError(Status.INTERNAL.withDescription(why).asRuntimeException());
    }
  }

  /** Says what is new; whether more may come. */
  private boolean tell() throws IOException, InterruptedException {
    Optional<JobSnapshot> recent = jobs.recent(id);
    Optional<JobRecord> found =
        recent.isPresent() ? recent.map(JobSnapshot::job) : jobs.find(id).join();
    if (found.isEmpty()) {
      stream.onError(
          Status.NOT_FOUND.withDescription("there is no job " + id).asRuntimeException());
      throw new InterruptedException();
    }
    JobRecord job = found.get();
    boolean over = job.phase().isEnd();
    List<JobRecord.Entered> entered = job.states();
    for (int i = Math.max(0, states - 1); i < entered.size(); i++) {
      boolean last = over && i == entered.size() - 1;
      if (last) {
        lines(job);
      }
      boolean said = i < states && Optional.of(entered.get(i)).equals(lastState);
      if (!said) {
        lastState = Optional.of(entered.get(i));
        states = i + 1;
        send(event().setState(JobRecords.write(entered.get(i))));
      }
    }
    if (!over) {
      recent.ifPresent(this::transfers);
      lines(job);
      return wait;
    }
    done(job);
    return false;
  }

  private void done(JobRecord job) {
    job.verdict()
        .filter(verdict -> verdict.cause().equals(Optional.of(Cause.REFUSED)))
        .ifPresent(verdict ->
            send(
                event()
                    .setRefused(
                        JobRefused.newBuilder()
                            .addAllProblems(
                                verdict.obstacles().stream().map(JobRecords::write).toList()))));
    send(event().setDone(JobDone.newBuilder().setRecord(JobRecords.write(job))));
  }

  private void transfers(JobSnapshot snapshot) {
    snapshot
        .transfers()
        .forEach((node, transfer) -> {
          if (!transfer.equals(transfers.put(node, transfer))) {
            send(
                event()
                    .setTransfer(
                        JobTransfer.newBuilder()
                            .setNode(node)
                            .setBytesDone(transfer.done())
                            .setBytesTotal(transfer.total())));
          }
        });
  }

  private void lines(JobRecord job) throws IOException, InterruptedException {
    List<LogLine> lines = LogReader.read(jobs.logOf(id), offset, PIECE);
    while (!lines.isEmpty()) {
      for (LogLine line : lines) {
        send(event().setOutput(output(job, line)));
        offset = line.next();
      }
      while (!stream.isReady() && !stream.isCancelled()) {
        Thread.sleep(ROOM_MS);
      }
      if (stream.isCancelled()) {
        return;
      }
      lines = LogReader.read(jobs.logOf(id), offset, PIECE);
    }
  }

  private static JobOutput output(JobRecord job, LogLine line) {
    Optional<RankLabel> label =
        job.spec().kind() == JobKind.MPI ? RankLabel.of(line.text()) : Optional.empty();
    return JobOutput.newBuilder()
        .setNode(label.flatMap(found -> nodeOf(job, found.rank())).orElse(line.node()))
        .setRank(label.map(RankLabel::rank).orElse(-1))
        .setError(label.map(RankLabel::error).orElse(false))
        .setText(label.map(RankLabel::text).orElse(line.text()))
        .setNextOffset(line.next())
        .build();
  }

  /** Ranks fill a node before the next, as the host file says. */
  private static Optional<String> nodeOf(JobRecord job, int rank) {
    int before = 0;
    for (Place place : job.places()) {
      before += place.ranks();
      if (rank < before) {
        return Optional.of(place.node());
      }
    }
    return Optional.empty();
  }

  private JobEvent.Builder event() {
    return JobEvent.newBuilder().setJob(id);
  }

  private void send(JobEvent.Builder event) {
    if (!stream.isCancelled()) {
      stream.onNext(event.build());
    }
  }
}
