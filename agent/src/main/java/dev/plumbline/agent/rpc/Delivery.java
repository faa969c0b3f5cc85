package dev.plumbline.agent.rpc;

import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.Kept;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One stream of chunks to the controller, no faster than it takes them. */
final class Delivery implements ClientResponseObserver<Chunk, Kept>, AutoCloseable {
  private final CompletableFuture<Kept> answer = new CompletableFuture<>();
  private final ClientCallStreamObserver<Chunk> stream;

  Delivery(AgentsGrpc.AgentsStub stub) {
    stream = (ClientCallStreamObserver<Chunk>) stub.deliver(this);
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<Chunk> call) {
    call.setOnReadyHandler(this::wake);
  }

  private synchronized void wake() {
    notifyAll();
  }

  /** Sends a chunk when there is room for it; false if the stream has ended. */
  boolean send(Chunk chunk) throws InterruptedException {
    synchronized (this) {
      while (!stream.isReady() && !answer.isDone()) {
        wait();
      }
    }
    if (answer.isDone()) {
      return false;
    }
    stream.onNext(chunk);
    return true;
  }

  /**
   * Ends the stream; how much the controller keeps.
   *
   * @throws StatusRuntimeException if it refused, or the connection was lost
   */
  long kept() throws InterruptedException {
    if (!answer.isDone()) {
      stream.onCompleted();
    }
    try {
      return answer.get().getSize();
    } catch (ExecutionException e) {
      throw Status.fromThrowable(e).asRuntimeException();
    } catch (InterruptedException e) {
      stream.cancel("the job is being ended", e);
      throw e;
    }
  }

  @Override
  public void onNext(Kept kept) {
    answer.complete(kept);
    wake();
  }

  @Override
  public void onError(Throwable cause) {
    answer.completeExceptionally(cause);
    wake();
  }

  @Override
  public void onCompleted() {
    answer.completeExceptionally(
        Status.INTERNAL.withDescription("it answered nothing").asRuntimeException());
    wake();
  }

  /** Ends it where it stands. */
  @Override
  public void close() {
    if (!answer.isDone()) {
      stream.cancel("no more of it comes", null);
    }
  }
}
