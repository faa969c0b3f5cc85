package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.agents.Timer;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends a report after each change; changes that come together make one report. */
final class Watch<A> {
  private static final Duration TOGETHER = Duration.ofMillis(100);

  private final ServerCallStreamObserver<A> stream;
  private final Supplier<A> report;
  private final Timer timer;
  private final AtomicBoolean due = new AtomicBoolean();

  private Watch(ServerCallStreamObserver<A> stream, Supplier<A> report, Timer timer) {
    this.stream = stream;
    this.report = report;
    this.timer = timer;
  }

  /**
   * Sends reports until the caller leaves.
   *
   * @param listen lets somebody hear of changes, and gives what stops that
   */
  static <A> void start(
      ServerCallStreamObserver<A> stream,
      Supplier<A> report,
      Function<Runnable, Runnable> listen,
      Timer timer) {
    Watch<A> watch = new Watch<>(stream, report, timer);
    stream.setOnCancelHandler(listen.apply(watch::moved));
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
