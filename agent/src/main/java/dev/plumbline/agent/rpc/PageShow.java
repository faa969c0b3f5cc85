package dev.plumbline.agent.rpc;

import com.google.protobuf.ByteString;
import dev.plumbline.agent.page.Answer;
import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.PagePiece;
import dev.plumbline.proto.v1.PageShown;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;

/** One page on its way to the controller, no faster than it takes it. */
final class PageShow implements Answer, ClientResponseObserver<PagePiece, PageShown> {
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final ClientCallStreamObserver<PagePiece> stream;

  /**
   * @param request of the order that it answers
   */
  PageShow(AgentsGrpc.AgentsStub stub, String request) {
    stream = (ClientCallStreamObserver<PagePiece>) stub.show(this);
    stream.onNext(PagePiece.newBuilder().setRequest(request).build());
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<PagePiece> call) {
    call.setOnReadyHandler(this::wake);
  }

  private synchronized void wake() {
    notifyAll();
  }

  @Override
  public boolean piece(byte[] data, int length) throws InterruptedException {
    synchronized (this) {
      while (!stream.isReady() && !over.isDone()) {
        wait();
      }
    }
    if (over.isDone()) {
      return false;
    }
    stream.onNext(PagePiece.newBuilder().setData(ByteString.copyFrom(data, 0, length)).build());
    return true;
  }

  @Override
  public void whenOver(Runnable action) {
    var _ = over.thenRun(action);
  }

  /** The page has said all. */
  void complete() {
    if (!over.isDone()) {
      stream.onCompleted();
    }
  }

  /** There is no page, or no more of it. */
  void fail(String why) {
    if (!over.isDone()) {
      stream.onNext(PagePiece.newBuilder().setFailure(why).build());
      stream.onCompleted();
    }
  }

  @Override
  public void onNext(PageShown shown) {
    end();
  }

  /** Nobody looks any more, or the connection was lost: there is nobody to tell. */
  @Override
  public void onError(Throwable cause) {
    end();
  }

  @Override
  public void onCompleted() {
    end();
  }

  private void end() {
    over.complete(null);
    wake();
  }
}
