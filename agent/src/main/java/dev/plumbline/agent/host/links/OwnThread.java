package dev.plumbline.agent.host.links;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Runs calls that block on a platform thread, so that they pin no carrier of virtual threads. */
final class OwnThread {
  private OwnThread() {}

  /** Something that reads a native socket. */
  interface Call<T> {
    T run() throws IOException;
  }

  static <T> CompletableFuture<T> start(String name, Call<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name(name)
        .start(() -> {
          try {
            result.complete(call.run());
          } catch (IOException | RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  static <T> T result(CompletableFuture<T> started) throws IOException {
    try {
      return started.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw new IOException(cause.getMessage(), cause);
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
