package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.job.content.ContentException;
import dev.plumbline.controller.job.content.ContentStore;
import dev.plumbline.controller.job.content.Pieces;
import dev.plumbline.controller.rpc.content.ContentStream;
import dev.plumbline.controller.run.Refusal;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.Chunks;
import dev.plumbline.proto.v1.Content;
import dev.plumbline.proto.v1.ContentFrom;
import dev.plumbline.proto.v1.ContentList;
import dev.plumbline.proto.v1.Kept;
import dev.plumbline.proto.v1.Lacking;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Contents to and from the command line. */
final class ContentCalls {
  private final ContentStore store;

  ContentCalls(ContentStore store) {
    this.store = store;
  }

  Lacking offer(ContentList offered) throws Refusal {
    try {
      Lacking.Builder lacking = Lacking.newBuilder();
      for (Content content : offered.getContentsList()) {
        if (store.find(content.getHash()).isEmpty()) {
          lacking.addContents(
              ContentFrom.newBuilder()
                  .setHash(content.getHash())
                  .setOffset(store.kept(content.getHash())));
        }
      }
      return lacking.build();
    } catch (ContentException e) {
      throw invalid(e);
    }
  }

  Kept put(Chunks chunks) throws Refusal {
    try {
      List<Pieces.Piece> list = chunks.getChunksList().stream().map(this::piece).toList();
      return Kept.newBuilder().setSize(Pieces.put(list)).build();
    } catch (ContentException e) {
      throw invalid(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while contents were taken in", e);
    }
  }

  private Pieces.Piece piece(Chunk chunk) {
    return () ->
        store.put(
            chunk.getHash(), chunk.getOffset(), chunk.getData().toByteArray(), chunk.getLast());
  }

  void get(ContentFrom wanted, StreamObserver<Chunks> answers) throws Refusal {
    Path file = find(wanted.getHash());
    ContentStream.start(
        List.of(new ContentStream.Part(wanted.getHash(), file, wanted.getOffset())),
        (ServerCallStreamObserver<Chunks>) answers,
        (_, _) -> {});
  }

  private Path find(String hash) throws Refusal {
    try {
      Optional<Path> file = store.find(hash);
      if (file.isEmpty()) {
        throw new Refusal(
            Refusal.Kind.INVALID,
            "the controller does not have "
                + hash
                + " any more: what was used longest ago makes room for what is new");
      }
      return file.get();
    } catch (ContentException e) {
      throw invalid(e);
    }
  }

  private static Refusal invalid(ContentException e) {
    return new Refusal(Refusal.Kind.INVALID, String.valueOf(e.getMessage()));
  }
}
