package dev.plumbline.controller.rpc.content;

import com.google.protobuf.UnsafeByteOperations;
import dev.plumbline.proto.v1.Chunk;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Sends a content piece by piece, as fast as it is taken and no faster. */
public final class ContentStream {
  private static final int PIECE = 512 << 10;
  private static final long LOOK_AGAIN_MS = 20;

  private final Path file;
  private final String hash;
  private final ServerCallStreamObserver<Chunk> stream;
  private final LongConsumer sent;
  private final Semaphore ready = new Semaphore(0);

  private ContentStream(
      Path file, String hash, ServerCallStreamObserver<Chunk> stream, LongConsumer sent) {
    this.file = file;
    this.hash = hash;
    this.stream = stream;
    this.sent = sent;
  }

  /**
   * Begins to send, in a thread of its own.
   *
   * @param offset of the first byte
   * @param sent receives how many bytes went out each time
   */
  public static void start(
      Path file,
      String hash,
      long offset,
      ServerCallStreamObserver<Chunk> stream,
      LongConsumer sent) {
    ContentStream content = new ContentStream(file, hash, stream, sent);
    stream.setOnReadyHandler(content.ready::release);
    stream.setOnCancelHandler(content.ready::release);
    Thread.ofVirtual().name("content").start(() -> content.run(offset));
  }

  private void run(long offset) {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      in.skipNBytes(Math.min(offset, size));
      long at = Math.min(offset, size);
      boolean last = false;
      while (!last && awaitRoom()) {
        byte[] piece = in.readNBytes(PIECE);
        last = at + piece.length >= size;
        stream.onNext(
            Chunk.newBuilder()
                .setHash(hash)
                .setOffset(at)
                .setData(UnsafeByteOperations.unsafeWrap(piece))
                .setLast(last)
                .build());
        at += piece.length;
        sent.accept(piece.length);
      }
      if (!stream.isCancelled()) {
        stream.onCompleted();
      }
    } catch (IOException e) {
      stream.onError(
          Status.INTERNAL
              .withDescription("cannot read " + file + ": " + e.getMessage())
              .asRuntimeException());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether somebody still takes what is sent. */
  private boolean awaitRoom() throws InterruptedException {
    while (!stream.isReady() && !stream.isCancelled()) {
      var _ = ready.tryAcquire(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
    }
    ready.drainPermits();
    return !stream.isCancelled();
  }
}
