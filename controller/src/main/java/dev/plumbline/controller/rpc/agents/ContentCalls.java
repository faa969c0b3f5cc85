package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.job.content.Access;
import dev.plumbline.controller.job.content.ContentException;
import dev.plumbline.controller.job.content.ContentStore;
import dev.plumbline.controller.rpc.content.ContentStream;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.Chunks;
import dev.plumbline.proto.v1.ContentFrom;
import dev.plumbline.proto.v1.ContentsFrom;
import dev.plumbline.proto.v1.Kept;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Contents to and from agents: what jobs of their nodes need, and what these gave. */
public final class ContentCalls {
  private final ContentStore store;
  private final Access access;

  public ContentCalls(ContentStore store, Access access) {
    this.store = store;
    this.access = access;
  }

  void fetch(String node, ContentsFrom wanted, StreamObserver<Chunks> answers) {
    try {
      List<ContentStream.Part> parts = new ArrayList<>();
      for (ContentFrom content : wanted.getContentsList()) {
        parts.add(part(node, content));
      }
      ContentStream.start(
          parts,
          (ServerCallStreamObserver<Chunks>) answers,
          (hash, bytes) -> access.fetched(node, hash, bytes));
    } catch (ContentException e) {
      answers.onError(broken(e));
    } catch (StatusRuntimeException e) {
      answers.onError(e);
    }
  }

  private ContentStream.Part part(String node, ContentFrom wanted) throws ContentException {
    String hash = wanted.getHash();
    if (!access.mayFetch(node, hash)) {
      throw Status.PERMISSION_DENIED
          .withDescription("no job that is under way on " + node + " needs " + hash)
          .asRuntimeException();
    }
    Path file =
        store
            .find(hash)
            .orElseThrow(() ->
                Status.NOT_FOUND
                    .withDescription("the controller does not have " + hash)
                    .asRuntimeException());
    return new ContentStream.Part(hash, file, wanted.getOffset());
  }

  StreamObserver<Chunk> deliver(String node, StreamObserver<Kept> answers) {
    if (!access.mayDeliver(node)) {
      answers.onError(
          Status.PERMISSION_DENIED
              .withDescription("no job on " + node + " brings its outputs at the moment")
              .asRuntimeException());
      return ignore(answers);
    }
    return new Delivery(answers, false);
  }

  /** Takes in nothing: the call has ended already. */
  StreamObserver<Chunk> ignore(StreamObserver<Kept> answers) {
    return new Delivery(answers, true);
  }

  private static RuntimeException broken(ContentException e) {
    return Status.FAILED_PRECONDITION.withDescription(e.getMessage()).asRuntimeException();
  }

  /** Pieces that come in; the first that leaves a gap ends the call with where to go on. */
  private final class Delivery implements StreamObserver<Chunk> {
    private final StreamObserver<Kept> answers;
    private boolean over;
    private long kept;

    Delivery(StreamObserver<Kept> answers, boolean over) {
      this.answers = answers;
      this.over = over;
    }

    @Override
    public void onNext(Chunk chunk) {
      if (over) {
        return;
      }
      try {
        kept =
            store.put(
                chunk.getHash(), chunk.getOffset(), chunk.getData().toByteArray(), chunk.getLast());
        if (kept < chunk.getOffset()) {
          finish();
        }
      } catch (ContentException e) {
        over = true;
        answers.onError(broken(e));
      }
    }

    private void finish() {
      over = true;
      answers.onNext(Kept.newBuilder().setSize(kept).build());
      answers.onCompleted();
    }

    @Override
    public void onError(Throwable cause) {
      // The connection broke; what came is kept, and the agent goes on from there.
      over = true;
    }

    @Override
    public void onCompleted() {
      if (!over) {
        finish();
      }
    }
  }
}
