package dev.plumbline.controller.rpc.content;

import com.google.protobuf.UnsafeByteOperations;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.Chunks;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;

/**
 * Sends contents one after the other, as fast as they are taken and no faster. What is small
 * travels together.
 */
public final class ContentStream {
  private static final int MESSAGE = 128 << 10;

  /** Bytes that may wait for the network while more is read. */
  private static final int AHEAD = 1 << 20;

  private static final long LOOK_AGAIN_MS = 20;

  private final List<Part> parts;
  private final ServerCallStreamObserver<Chunks> stream;
  private final ObjLongConsumer<String> sent;
  private final Semaphore ready = new Semaphore(0);
  private Chunks.Builder message = Chunks.newBuilder();
  private int room = MESSAGE;

  /**
   * A content from an offset on.
   *
   * @param offset of the first byte
   */
  public record Part(String hash, Path file, long offset) {}

  private ContentStream(
      List<Part> parts, ServerCallStreamObserver<Chunks> stream, ObjLongConsumer<String> sent) {
    this.parts = List.copyOf(parts);
    this.stream = stream;
    this.sent = sent;
  }

  /**
   * Begins to send, in a thread of its own.
   *
   * @param sent receives of which content how many bytes went out each time
   */
  public static void start(
      List<Part> parts, ServerCallStreamObserver<Chunks> stream, ObjLongConsumer<String> sent) {
    ContentStream content = new ContentStream(parts, stream, sent);
    stream.setOnReadyThreshold(AHEAD);
    stream.setOnReadyHandler(content.ready::release);
    stream.setOnCancelHandler(content.ready::release);
    Thread.ofVirtual().name("content").start(content::run);
  }

  private void run() {
    try {
      for (Part part : parts) {
        send(part);
      }
      flush();
      if (!stream.isCancelled()) {
        stream.onCompleted();
      }
    } catch (StatusRuntimeException e) {
      stream.onError(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Part part) throws InterruptedException {
    try (InputStream in = Files.newInputStream(part.file())) {
      long size = Files.size(part.file());
      long at = Math.min(part.offset(), size);
      in.skipNBytes(at);
      boolean last = false;
      while (!last && !stream.isCancelled()) {
        byte[] piece = in.readNBytes((int) Math.min(room, size - at));
        if (piece.length == 0 && at < size) {
          throw new EOFException("it became shorter");
        }
        last = at + piece.length >= size;
        message.addChunks(
            Chunk.newBuilder()
                .setHash(part.hash())
                .setOffset(at)
                .setData(UnsafeByteOperations.unsafeWrap(piece))
                .setLast(last));
        at += piece.length;
        room -= piece.length;
        if (room == 0) {
          flush();
        }
      }
    } catch (IOException e) {
      throw Status.INTERNAL
          .withDescription("cannot read " + part.file() + ": " + e.getMessage())
          .withCause(e)
          .asRuntimeException();
    }
  }

  private void flush() throws InterruptedException {
    while (!stream.isReady() && !stream.isCancelled()) {
      var _ = ready.tryAcquire(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
    }
    ready.drainPermits();
    if (message.getChunksCount() > 0 && !stream.isCancelled()) {
      Chunks full = message.build();
      stream.onNext(full);
      full.getChunksList().forEach(chunk -> sent.accept(chunk.getHash(), chunk.getData().size()));
    }
    message = Chunks.newBuilder();
    room = MESSAGE;
  }
}
