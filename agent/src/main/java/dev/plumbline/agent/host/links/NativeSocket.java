package dev.plumbline.agent.host.links;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * A socket of a family that Java does not know. Its calls block the thread and do not let a virtual
 * thread go, so that they belong on platform threads; see {@link OwnThread}.
 */
final class NativeSocket implements AutoCloseable {
  static final int NETLINK = 16;
  static final int PACKET = 17;
  private static final int RAW = 3;
  private static final int DATAGRAM = 2;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVTIMEO = 20;
  private static final int EINTR = 4;
  private static final int EAGAIN = 11;
  private static final int LARGEST = 1 << 16;
  private static final int LARGEST_ADDRESS = 32;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment state = arena.allocate(Libc.STATE);
  private final MemorySegment buffer = arena.allocate(LARGEST, 8);
  private final MemorySegment from = arena.allocate(LARGEST_ADDRESS, 8);
  private final MemorySegment fromLength = arena.allocate(ValueLayout.JAVA_INT);
  private final int descriptor;

  private NativeSocket(int family, int type, int protocol) throws IOException {
    descriptor =
        (int)
            call(
                "open a socket",
                () -> (int) Libc.SOCKET.invokeExact(state, family, type | CLOSE_ON_EXEC, protocol));
  }

  /** One to the kernel's network configuration. */
  static NativeSocket netlink() throws IOException {
    return new NativeSocket(NETLINK, RAW, 0);
  }

  /**
   * One for packets of one protocol, without their link layer's header.
   *
   * @param protocol an EtherType
   */
  static NativeSocket packets(int protocol) throws IOException {
    return new NativeSocket(
        PACKET, DATAGRAM, Short.toUnsignedInt(Short.reverseBytes((short) protocol)));
  }

  /** What arrived, and from where. */
  record Received(ByteBuffer content, ByteBuffer sender) {}

  /** One native call; its result is negative if it failed. */
  private interface NativeCall {
    long run() throws Throwable;
  }

  void bind(byte[] address) throws IOException {
    MemorySegment name = copied(address);
    call("bind", () -> (int) Libc.BIND.invokeExact(state, descriptor, name, address.length));
  }

  /** How long {@link #receive} waits at most. */
  void timeout(Duration most) throws IOException {
    MemorySegment time = arena.allocate(2 * Long.BYTES, 8);
    time.set(ValueLayout.JAVA_LONG, 0, most.toSeconds());
    // Zero would mean to wait for ever.
    time.set(ValueLayout.JAVA_LONG, Long.BYTES, Math.max(1, most.toNanosPart() / 1000));
    call(
        "set a time limit",
        () ->
            (int)
                Libc.SETSOCKOPT.invokeExact(
                    state, descriptor, SOL_SOCKET, SO_RCVTIMEO, time, (int) time.byteSize()));
  }

  void send(byte[] content, byte[] to) throws IOException {
    MemorySegment message = copied(content);
    MemorySegment address = copied(to);
    call(
        "send",
        () ->
            (long)
                Libc.SENDTO.invokeExact(
                    state, descriptor, message, (long) content.length, 0, address, to.length));
  }

  /**
   * The next message.
   *
   * @return empty if none came in time
   */
  Optional<Received> receive() throws IOException {
    while (true) {
      fromLength.set(ValueLayout.JAVA_INT, 0, LARGEST_ADDRESS);
      long length =
          run(() ->
              (long)
                  Libc.RECVFROM.invokeExact(
                      state, descriptor, buffer, (long) LARGEST, 0, from, fromLength));
      if (length >= 0) {
        int sender = Math.min(LARGEST_ADDRESS, fromLength.get(ValueLayout.JAVA_INT, 0));
        return Optional.of(new Received(copy(buffer, length), copy(from, sender)));
      }
      switch (errno()) {
        case EAGAIN -> {
          return Optional.empty();
        }
        case EINTR -> {
          // A signal that has nothing to do with this.
        }
        default -> throw new IOException("cannot receive: errno " + errno());
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      run(() -> (int) Libc.CLOSE.invokeExact(state, descriptor));
    } finally {
      arena.close();
    }
  }

  private static ByteBuffer copy(MemorySegment segment, long length) {
    return ByteBuffer.wrap(segment.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
  }

  private MemorySegment copied(byte[] bytes) {
    return arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
  }

  private int errno() {
    return (int) Libc.ERRNO.get(state, 0L);
  }

  private long call(String what, NativeCall call) throws IOException {
    long result = run(call);
    if (result < 0) {
      throw new IOException("cannot " + what + ": errno " + errno());
    }
    return result;
  }

  private static long run(NativeCall call) throws IOException {
    try {
      return call.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("libc threw", e);
    }
  }

  /** Looked up when a socket is first opened. */
  private static final class Libc {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    static final MethodHandle SOCKET = find("socket", FunctionDescriptor.of(INT, INT, INT, INT));
    static final MethodHandle BIND = find("bind", FunctionDescriptor.of(INT, INT, POINTER, INT));
    static final MethodHandle SETSOCKOPT =
        find("setsockopt", FunctionDescriptor.of(INT, INT, INT, INT, POINTER, INT));
    static final MethodHandle SENDTO =
        find("sendto", FunctionDescriptor.of(SIZE, INT, POINTER, SIZE, INT, POINTER, INT));
    static final MethodHandle RECVFROM =
        find("recvfrom", FunctionDescriptor.of(SIZE, INT, POINTER, SIZE, INT, POINTER, POINTER));
    static final MethodHandle CLOSE = find("close", FunctionDescriptor.of(INT, INT));

    /** The layouts above are those of the manual pages. */
    @SuppressWarnings("restricted")
    private static MethodHandle find(String name, FunctionDescriptor type) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(
          linker.defaultLookup().find(name).orElseThrow(),
          type,
          Linker.Option.captureCallState("errno"));
    }
  }
}
