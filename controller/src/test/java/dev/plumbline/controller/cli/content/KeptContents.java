package dev.plumbline.controller.cli.content;

import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.ControllerException.Reason;
import dev.plumbline.controller.client.job.Content;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps contents as a controller does, and knows of no job. */
public class KeptContents extends NoJobs {
  public final Map<String, byte[]> contents = new HashMap<>();
  private final Map<String, ByteArrayOutputStream> unfinished = new HashMap<>();

  /** How many messages came. */
  public int puts;

  /** Called before each piece that comes. */
  public Runnable onPut = () -> {};

  @Override
  public List<From> offer(List<Content> offered) {
    return offered.stream()
        .filter(content -> !contents.containsKey(content.hash()))
        .map(content ->
            new From(
                content.hash(),
                Optional.ofNullable(unfinished.get(content.hash()))
                    .map(ByteArrayOutputStream::size)
                    .orElse(0)))
        .toList();
  }

  /** So many bytes of a content came in an earlier call. */
  public void hasBegun(String hash, byte[] begin) {
    unfinished.computeIfAbsent(hash, _ -> new ByteArrayOutputStream()).writeBytes(begin);
  }

  @Override
  public void put(List<Piece> pieces) {
    puts++;
    pieces.forEach(this::put);
  }

  private void put(Piece piece) {
    onPut.run();
    ByteArrayOutputStream kept =
        unfinished.computeIfAbsent(piece.hash(), _ -> new ByteArrayOutputStream());
    if (kept.size() != piece.offset()) {
      throw new AssertionError("a piece at " + piece.offset() + " after " + kept.size() + " bytes");
    }
    byte[] bytes = new byte[piece.data().remaining()];
    piece.data().get(bytes);
    kept.writeBytes(bytes);
    if (piece.last()) {
      contents.put(piece.hash(), kept.toByteArray());
    }
  }

  @Override
  public void get(String hash, Consumer<ByteBuffer> pieces) {
    byte[] bytes = contents.get(hash);
    if (bytes == null) {
      throw new ControllerException(Reason.REFUSED, "there is no content " + hash, "");
    }
    int half = bytes.length / 2;
    pieces.accept(ByteBuffer.wrap(bytes, 0, half));
    pieces.accept(ByteBuffer.wrap(bytes, half, bytes.length - half));
  }
}
