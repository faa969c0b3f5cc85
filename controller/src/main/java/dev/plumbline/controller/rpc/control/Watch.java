package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.agents.Timer;
import dev.plumbline.controller.cluster.Signal;
import dev.plumbline.proto.v1.StatusReport;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Sends a report after each change; changes that come together make one report. */
final class Watch {
  private static final Duration TOGETHER = Duration.ofMillis(100);

  private final ServerCallStreamObserver<StatusReport> stream;
  private final Supplier<StatusReport> report;
  private final Timer timer;
  private final AtomicBoolean due = new AtomicBoolean();

  private Watch(
      ServerCallStreamObserver<StatusReport> stream, Supplier<StatusReport> report, Timer timer) {
    this.stream = stream;
    this.report = report;
    this.timer = timer;
  }

  static void start(
      ServerCallStreamObserver<StatusReport> stream,
      Supplier<StatusReport> report,
      Signal signal,
      Timer timer) {
    Watch watch = new Watch(stream, report, timer);
    Runnable stop = signal.listen(_ -> watch.moved());
    stream.setOnCancelHandler(stop);
    watch.moved();
  }

  private void moved() {
    if (due.compareAndSet(false, true)) {
      timer.after(TOGETHER, this::send);
    }
  }

  private void send() {
    due.set(false);
    if (!stream.isCancelled()) {
      stream.onNext(report.get());
    }
  }
}
