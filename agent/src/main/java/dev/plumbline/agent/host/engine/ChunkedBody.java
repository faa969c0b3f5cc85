package dev.plumbline.agent.host.engine;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that comes in chunks (RFC 9112 §7.1); its trailers are ignored. */
final class ChunkedBody extends FilterInputStream {
  private long left;
  private boolean first = true;
  private boolean ended;

  ChunkedBody(InputStream from) {
    super(from);
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
    if (left == 0 && !ended) {
      begin();
    }
    if (ended) {
      return -1;
    }
    int read = super.read(into, offset, (int) Math.min(left, length));
    if (read < 0) {
      throw new EOFException("it closed the connection in the middle of an answer");
    }
    left -= read;
    return read;
  }

  private void begin() throws IOException {
    if (!first) {
      HttpReply.line(in);
    }
    first = false;
    String size = HttpReply.line(in).split(";", 2)[0].strip();
    try {
      left = Long.parseUnsignedLong(size, 16);
    } catch (NumberFormatException e) {
      throw new IOException("it sends a chunk of size '" + size + "'", e);
    }
    ended = left == 0;
  }
}
