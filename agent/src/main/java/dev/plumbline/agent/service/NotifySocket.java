package dev.plumbline.agent.service;

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
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells systemd how the service is (sd_notify(3)): a datagram to a Unix socket, which Java has no
 * class for, so libc sends it.
 */
public final class NotifySocket {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS;
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_OF =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int LONGEST_PATH = 107;
  private final String path;

  private NotifySocket(String path) {
    this.path = path;
  }

  /**
   * The socket that systemd named.
   *
   * @param name what NOTIFY_SOCKET holds; a first {@code @} stands for the abstract name space
   * @return empty if it holds nothing: nobody wants to know
   */
  public static Optional<NotifySocket> named(Optional<String> name) {
    return name.filter(text -> !text.isEmpty()).map(NotifySocket::new);
  }

  /** Sends assignments, for example {@code READY=1}. */
  public void send(String state) throws IOException {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    if (name.length > LONGEST_PATH) {
      throw new IOException("the path of the socket is longer than 107 bytes: " + path);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(Short.BYTES + name.length + 1L);
      address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
      MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, Short.BYTES, name.length);
      boolean isAbstract = name[0] == '@';
      if (isAbstract) {
        address.set(ValueLayout.JAVA_BYTE, Short.BYTES, (byte) 0);
      }
      int length = Short.BYTES + name.length + (isAbstract ? 0 : 1);
      byte[] text = state.getBytes(StandardCharsets.UTF_8);
      MemorySegment message = arena.allocate(text.length);
      MemorySegment.copy(text, 0, message, ValueLayout.JAVA_BYTE, 0, text.length);
      send(arena.allocate(STATE), address, length, message);
    }
  }

  private void send(MemorySegment state, MemorySegment address, int length, MemorySegment message)
      throws IOException {
    try {
      int socket = (int) Libc.SOCKET.invokeExact(state, AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
      if (socket < 0) {
        throw new IOException("no socket: errno " + (int) ERRNO_OF.get(state, 0L));
      }
      try {
        long sent =
            (long)
                Libc.SENDTO.invokeExact(
                    state, socket, message, message.byteSize(), MSG_NOSIGNAL, address, length);
        if (sent < 0) {
          throw new IOException(
              "cannot send to " + path + ": errno " + (int) ERRNO_OF.get(state, 0L));
        }
      } finally {
        int _ = (int) Libc.CLOSE.invokeExact(socket);
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("libc threw", e);
    }
  }

  /** Looked up when something is first sent. */
  private static final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();
    static final MethodHandle SOCKET =
        find("socket", FunctionDescriptor.of(INT, INT, INT, INT), ERRNO);
    static final MethodHandle SENDTO =
        find("sendto", FunctionDescriptor.of(SIZE, INT, POINTER, SIZE, INT, POINTER, INT), ERRNO);
    static final MethodHandle CLOSE = find("close", FunctionDescriptor.of(INT, INT));

    /** The layouts above are those of the manual pages. */
    @SuppressWarnings("restricted")
    private static MethodHandle find(
        String name, FunctionDescriptor type, Linker.Option... options) {
      return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), type, options);
    }
  }
}
