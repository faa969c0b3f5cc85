package dev.plumbline.agent.host.engine;

import java.io.IOException;
import java.io.InputStream;

/** A body that comes in chunks (RFC 9112 §7.1); its trailers are ignored. */
final class ChunkedBody extends InputStream {
  private final InputStream from;
  private InputStream chunk = InputStream.nullInputStream();
  private boolean first = true;
  private boolean ended;

  ChunkedBody(InputStream from) {
    this.from = from;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = chunk.read(into, offset, length);
    if (read >= 0 || ended) {
      return read;
    }
    begin();
    return chunk.read(into, offset, length);
  }

  private void begin() throws IOException {
    if (!first) {
      HttpReply.line(from);
    }
    first = false;
    String size = HttpReply.line(from).split(";", 2)[0].strip();
    try {
      long length = Long.parseUnsignedLong(size, 16);
      ended = length == 0;
      chunk = new BodyOfLength(from, length);
    } catch (NumberFormatException e) {
      throw new IOException("it sends a chunk of size '" + size + "'", e);
    }
  }
}
