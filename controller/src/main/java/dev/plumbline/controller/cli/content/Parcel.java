package dev.plumbline.controller.cli.content;

import dev.plumbline.controller.client.job.Jobs;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Pieces of contents on their way to a controller, as many in one message as fit. */
final class Parcel {
  private final Jobs jobs;
  private final ByteBuffer buffer;
  private final long total;
  private final Progress progress;
  private final List<Jobs.Piece> pieces = new ArrayList<>();
  private long sent;

  /**
   * @param buffer holds a message; nobody else uses it meanwhile
   * @param total bytes that will be sent
   */
  Parcel(Jobs jobs, ByteBuffer buffer, long total, Progress progress) {
    this.jobs = jobs;
    this.buffer = buffer.clear();
    this.total = total;
    this.progress = progress;
  }

  /**
   * Room to read a piece into; what is not added is forgotten.
   *
   * @return at least one byte, if any was asked for
   */
  ByteBuffer room(long most) {
    if (!buffer.hasRemaining()) {
      flush();
    }
    return buffer.slice(buffer.position(), (int) Math.min(buffer.remaining(), most));
  }

  /** Takes a piece that was read into the latest room. */
  void add(Jobs.Piece piece) {
    pieces.add(piece);
    buffer.position(buffer.position() + piece.data().remaining());
  }

  /** Sends what is here. */
  void flush() {
    if (!pieces.isEmpty()) {
      jobs.put(pieces);
      sent += buffer.position();
      progress.at("sending", sent, total);
    }
    pieces.clear();
    buffer.clear();
  }
}
