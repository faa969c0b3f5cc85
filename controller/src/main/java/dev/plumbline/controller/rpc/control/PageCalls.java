package dev.plumbline.controller.rpc.control;

import com.google.protobuf.UnsafeByteOperations;
import dev.plumbline.controller.model.PageRequest;
import dev.plumbline.controller.page.Reader;
import dev.plumbline.controller.page.SparkPages;
import dev.plumbline.controller.page.Visit;
import dev.plumbline.controller.page.Visits;
import dev.plumbline.controller.run.Refusal;
import dev.plumbline.proto.v1.PageCommand;
import dev.plumbline.proto.v1.PageOwner;
import dev.plumbline.proto.v1.PagePiece;
import dev.plumbline.proto.v1.PagesFound;
import dev.plumbline.proto.v1.PagesQuery;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;

/** Pages of Spark for the command line. */
public final class PageCalls {
  private final SparkPages pages;
  private final Visits visits;

  public PageCalls(SparkPages pages, Visits visits) {
    this.pages = pages;
    this.visits = visits;
  }

  CompletableFuture<PagesFound> find(PagesQuery query) {
    return pages
        .find(query.getJob())
        .thenApply(found -> {
          PagesFound.Builder answer = PagesFound.newBuilder().setMaster(found.master());
          found.driver().ifPresent(driver -> answer.setJob(driver.job()).setHead(driver.node()));
          return answer.build();
        });
  }

  void get(PageCommand command, StreamObserver<PagePiece> answers) throws Refusal {
    ServerCallStreamObserver<PagePiece> stream = (ServerCallStreamObserver<PagePiece>) answers;
    PageOwner owner = command.getOwner();
    PageRequest page = read(command.getRequest());
    Visit visit;
    if (owner.getNode().isEmpty()) {
      SparkPages.Driver driver = pages.driver(owner.getJob());
      visit = visits.begin(driver.node(), driver.job(), page, reader(stream));
    } else {
      visit = visits.begin(owner.getNode(), 0, page, reader(stream));
    }
    stream.setOnCancelHandler(visit::leave);
  }

  private static PageRequest read(dev.plumbline.proto.v1.PageRequest request) {
    return new PageRequest(
        request.getHead(),
        request.getTarget(),
        request.getHost(),
        request.getAccept(),
        request.getAcceptEncoding());
  }

  private static Reader reader(ServerCallStreamObserver<PagePiece> answers) {
    return new Reader() {
      @Override
      public void piece(byte[] data) {
        answers.onNext(
            PagePiece.newBuilder().setData(UnsafeByteOperations.unsafeWrap(data)).build());
      }

      @Override
      public boolean hasRoom() {
        return answers.isReady();
      }

      @Override
      public void complete() {
        answers.onCompleted();
      }

      @Override
      public void failed(String why) {
        answers.onError(Status.UNAVAILABLE.withDescription(why).asRuntimeException());
      }
    };
  }
}
