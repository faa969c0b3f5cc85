package dev.plumbline.agent.host.links;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the kernel for everything of one kind: a dump, as netlink(7) calls it. */
final class Netlink {
  static final int LINKS = 18;
  static final int ADDRESSES = 22;
  static final int ROUTES = 26;
  private static final int HEADER = 16;
  private static final int ERROR = 2;
  private static final int DONE = 3;
  private static final int INTERRUPTED = 0x10;
  private static final int REQUEST_DUMP = 0x1 | 0x300;
  private static final int KERNEL_LENGTH = 12;
  private static final int MOST_TRIES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Netlink() {}

  /**
   * One object of a dump.
   *
   * @param head the fixed part, in the machine's byte order
   * @param attributes the variable part, by number
   */
  record Entry(ByteBuffer head, Map<Integer, byte[]> attributes) {
    Optional<byte[]> bytes(int attribute) {
      return Optional.ofNullable(attributes.get(attribute));
    }

    Optional<Integer> number(int attribute) {
      return bytes(attribute)
          .filter(bytes -> bytes.length >= Integer.BYTES)
          .map(bytes -> ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt());
    }
  }

  /**
   * All objects of one kind.
   *
   * @param request what to ask for, for example {@link #LINKS}
   * @param headLength of the fixed part in bytes
   */
  static List<Entry> dump(int request, int headLength) throws IOException {
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<List<Entry>> entries = attempt(request, headLength);
      if (entries.isPresent()) {
        return entries.get();
      }
    }
    throw new IOException("the kernel's network configuration changes faster than it can be read");
  }

  /** Empty if something changed meanwhile. */
  private static Optional<List<Entry>> attempt(int request, int headLength) throws IOException {
    try (NativeSocket socket = NativeSocket.netlink()) {
      socket.timeout(PATIENCE);
      socket.send(question(request, headLength), kernel());
      List<Entry> entries = new ArrayList<>();
      boolean whole = true;
      while (true) {
        ByteBuffer answer =
            socket
                .receive()
                .orElseThrow(() -> new IOException("the kernel does not answer"))
                .content()
                .order(ByteOrder.nativeOrder());
        while (answer.remaining() >= HEADER) {
          ByteBuffer message = next(answer);
          int type = Short.toUnsignedInt(message.getShort(4));
          whole &= (message.getShort(6) & INTERRUPTED) == 0;
          if (type == DONE) {
            return whole ? Optional.of(entries) : Optional.empty();
          }
          if (type == ERROR) {
            throw new IOException("the kernel refuses: errno " + -message.getInt(HEADER));
          }
          entries.add(entry(message, headLength));
        }
      }
    }
  }

  private static byte[] question(int request, int headLength) {
    return ByteBuffer.allocate(HEADER + headLength)
        .order(ByteOrder.nativeOrder())
        .putInt(HEADER + headLength)
        .putShort((short) request)
        .putShort((short) REQUEST_DUMP)
        .array();
  }

  /** The address of the kernel itself: its family, and no number. */
  private static byte[] kernel() {
    return ByteBuffer.allocate(KERNEL_LENGTH)
        .order(ByteOrder.nativeOrder())
        .putShort((short) NativeSocket.NETLINK)
        .array();
  }

  private static ByteBuffer next(ByteBuffer answer) throws IOException {
    int start = answer.position();
    int length = answer.getInt(start);
    if (length < HEADER || length > answer.remaining()) {
      throw new IOException("the kernel's answer is cut off");
    }
    answer.position(Math.min(answer.limit(), start + aligned(length)));
    return answer.slice(start, length).order(ByteOrder.nativeOrder());
  }

  private static Entry entry(ByteBuffer message, int headLength) {
    ByteBuffer head = message.slice(HEADER, headLength).order(ByteOrder.nativeOrder());
    Map<Integer, byte[]> attributes = new HashMap<>();
    int at = HEADER + aligned(headLength);
    while (at + 4 <= message.limit()) {
      int length = Short.toUnsignedInt(message.getShort(at));
      if (length < 4 || at + length > message.limit()) {
        break;
      }
      byte[] value = new byte[length - 4];
      message.get(at + 4, value);
      attributes.put(message.getShort(at + 2) & 0x3fff, value);
      at += aligned(length);
    }
    return new Entry(head, attributes);
  }

  private static int aligned(int length) {
    return length + 3 & ~3;
  }
}
