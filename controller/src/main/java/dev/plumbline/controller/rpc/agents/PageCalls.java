package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.page.Source;
import dev.plumbline.controller.page.Visit;
import dev.plumbline.controller.page.Visits;
import dev.plumbline.proto.v1.PagePiece;
import dev.plumbline.proto.v1.PageShown;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;

/** Pages from agents: only such as were asked of them, and each piece only when there is room. */
public final class PageCalls {
  private final Visits visits;

  public PageCalls(Visits visits) {
    this.visits = visits;
  }

  StreamObserver<PagePiece> show(String node, StreamObserver<PageShown> answers) {
    ServerCallStreamObserver<PageShown> stream = (ServerCallStreamObserver<PageShown>) answers;
    stream.disableAutoRequest();
    stream.request(1);
    return new Show(node, stream);
  }

  /** Takes in nothing: the call has ended already. */
  static StreamObserver<PagePiece> ignore() {
    return new StreamObserver<>() {
      @Override
      public void onNext(PagePiece piece) {}

      @Override
      public void onError(Throwable cause) {}

      @Override
      public void onCompleted() {}
    };
  }

  /** One page. */
  private final class Show implements StreamObserver<PagePiece>, Source {
    private final String node;
    private final ServerCallStreamObserver<PageShown> answers;
    private Optional<Visit> visit = Optional.empty();
    private boolean over;

    Show(String node, ServerCallStreamObserver<PageShown> answers) {
      this.node = node;
      this.answers = answers;
    }

    @Override
    public void onNext(PagePiece piece) {
      if (visit.isEmpty()) {
        visit = visits.claim(node, piece.getRequest());
        visit.ifPresentOrElse(claimed -> claimed.begin(this), this::stop);
      } else if (!piece.getFailure().isEmpty()) {
        visit.get().refuse(piece.getFailure());
        more();
      } else {
        visit.get().piece(piece.getData().toByteArray());
      }
    }

    @Override
    public void onError(Throwable cause) {
      visit.ifPresent(Visit::lose);
    }

    @Override
    public synchronized void onCompleted() {
      visit.ifPresent(Visit::complete);
      if (!over) {
        over = true;
        answers.onNext(PageShown.getDefaultInstance());
        answers.onCompleted();
      }
    }

    @Override
    public void more() {
      answers.request(1);
    }

    @Override
    public synchronized void stop() {
      if (!over) {
        over = true;
        answers.onError(
            Status.CANCELLED.withDescription("nobody waits for that page").asRuntimeException());
      }
    }
  }
}
