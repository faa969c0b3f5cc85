package dev.plumbline.controller.rpc.agents;

import com.google.protobuf.ByteString;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.ContentFrom;
import dev.plumbline.proto.v1.ContentsFrom;
import dev.plumbline.proto.v1.JobInput;
import dev.plumbline.proto.v1.Kept;
import dev.plumbline.proto.v1.PlacedFile;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What an agent carries for jobs between the controller and itself. */
final class CarriedFiles {
  private final List<ByteString> fetched = new CopyOnWriteArrayList<>();
  private final Supplier<ScriptedAgent> agent;

  /**
   * @param agent its connection as it is now
   */
  CarriedFiles(Supplier<ScriptedAgent> agent) {
    this.agent = agent;
  }

  /** The bytes of the files that it brought. */
  List<String> fetched() {
    return fetched.stream().map(ByteString::toStringUtf8).toList();
  }

  void fetch(JobInput input) {
    ContentsFrom.Builder wanted = ContentsFrom.newBuilder();
    for (PlacedFile file : input.getFilesList()) {
      wanted.addContents(ContentFrom.newBuilder().setHash(file.getContent().getHash()));
    }
    ByteString bytes = ByteString.EMPTY;
    var messages = agent.get().calls().fetch(wanted.build());
    while (messages.hasNext()) {
      for (Chunk chunk : messages.next().getChunksList()) {
        bytes = bytes.concat(chunk.getData());
        if (chunk.getLast()) {
          fetched.add(bytes);
          bytes = ByteString.EMPTY;
        }
      }
    }
  }

  void deliver(String hash, ByteString bytes) {
    CompletableFuture<Optional<Kept>> answer = new CompletableFuture<>();
    StreamObserver<Chunk> out =
        agent
            .get()
            .streams()
            .deliver(
                new StreamObserver<>() {
                  @Override
                  public void onNext(Kept kept) {
                    answer.complete(Optional.of(kept));
                  }

                  @Override
                  public void onError(Throwable cause) {
                    answer.completeExceptionally(cause);
                  }

                  @Override
                  public void onCompleted() {
                    answer.complete(Optional.empty());
                  }
                });
    out.onNext(Chunk.newBuilder().setHash(hash).setData(bytes).setLast(true).build());
    out.onCompleted();
    answer.join();
  }
}
