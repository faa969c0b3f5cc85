package dev.plumbline.controller.rpc.control;

import io.grpc.ForwardingServerCall;
import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Knows whether anybody is calling, and since when nobody has. */
public final class Calls implements ServerInterceptor {
  private final LongSupplier ticker;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicLong lastEnd;

  /**
   * @param ticker monotonic time in nanoseconds
   */
  public Calls(LongSupplier ticker) {
    this.ticker = ticker;
    this.lastEnd = new AtomicLong(ticker.getAsLong());
  }

  /** For how long nobody has called, in nanoseconds; 0 while somebody does. */
  public long quiet() {
    return underWay.get() > 0 ? 0 : ticker.getAsLong() - lastEnd.get();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    underWay.incrementAndGet();
    AtomicBoolean open = new AtomicBoolean(true);
    Runnable end =
        () -> {
          if (open.getAndSet(false)) {
            lastEnd.set(ticker.getAsLong());
            underWay.decrementAndGet();
          }
        };
    ServerCall<Q, A> counted =
        new ForwardingServerCall.SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            end.run();
            super.close(status, trailers);
          }
        };
    return new ForwardingServerCallListener.SimpleForwardingServerCallListener<>(
        next.startCall(counted, headers)) {
      @Override
      public void onCancel() {
        end.run();
        super.onCancel();
      }
    };
  }
}
