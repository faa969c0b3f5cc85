package dev.plumbline.controller.rpc.agents;

import com.google.protobuf.ByteString;
import dev.plumbline.proto.v1.PagePiece;
import dev.plumbline.proto.v1.PageShown;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A page that an agent shows piece by piece. */
public final class ShownPage {
  private static final long LONG = 30;
  private final CompletableFuture<Status> ended = new CompletableFuture<>();
  private final ClientCallStreamObserver<PagePiece> stream;

  /**
   * @param request of the order that it says it answers
   */
  ShownPage(ScriptedAgent agent, String request) {
    stream =
        (ClientCallStreamObserver<PagePiece>)
            agent
                .streams()
                .show(
                    new StreamObserver<>() {
                      @Override
                      public void onNext(PageShown shown) {}

                      @Override
                      public void onError(Throwable cause) {
                        ended.complete(Status.fromThrowable(cause));
                      }

                      @Override
                      public void onCompleted() {
                        ended.complete(Status.OK);
                      }
                    });
    stream.onNext(PagePiece.newBuilder().setRequest(request).build());
  }

  public ShownPage piece(ByteString data) {
    stream.onNext(PagePiece.newBuilder().setData(data).build());
    return this;
  }

  public void fails(String why) {
    stream.onNext(PagePiece.newBuilder().setFailure(why).build());
    stream.onCompleted();
  }

  public void completes() {
    stream.onCompleted();
  }

  /** Whether the controller takes more just now. */
  public boolean hasRoom() {
    return stream.isReady();
  }

  /** How the controller ended it. */
  public Status end() {
    try {
      return ended.get(LONG, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the controller did not end it", e);
    }
  }
}
