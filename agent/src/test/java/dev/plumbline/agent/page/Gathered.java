package dev.plumbline.agent.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Keeps what a page answers. */
final class Gathered implements Answer {
  private final ByteArrayOutputStream all = new ByteArrayOutputStream();
  final CompletableFuture<Void> over = new CompletableFuture<>();

  @Override
  public synchronized boolean piece(byte[] data, int length) {
    all.write(data, 0, length);
    return !over.isDone();
  }

  @Override
  public void whenOver(Runnable action) {
    var _ = over.thenRun(action);
  }

  synchronized String text() {
    return all.toString(StandardCharsets.US_ASCII);
  }
}
