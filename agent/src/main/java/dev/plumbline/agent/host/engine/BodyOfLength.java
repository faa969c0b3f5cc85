package dev.plumbline.agent.host.engine;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body whose length is known. */
final class BodyOfLength extends FilterInputStream {
  private long left;

  BodyOfLength(InputStream from, long length) {
    super(from);
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = super.read(into, offset, (int) Math.min(left, length));
    if (read < 0) {
      throw new EOFException("it closed the connection in the middle of an answer");
    }
    left -= read;
    return read;
  }
}
