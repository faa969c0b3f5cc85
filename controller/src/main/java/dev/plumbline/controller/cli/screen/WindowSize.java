package dev.plumbline.controller.cli.screen;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/** Asks the kernel how large the terminal is now; changes are seen at the next call. */
final class WindowSize {
  private static final int STDOUT = 1;

  /** {@code TIOCGWINSZ} of ioctl(2); it differs between kernels. */
  private static final long REQUEST =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")
          ? 0x40087468L
          : 0x5413L;

  // The launcher allows native access.
  @SuppressWarnings("restricted")
  private static final MethodHandle IOCTL =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("ioctl"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_LONG,
                  ValueLayout.ADDRESS),
              Linker.Option.firstVariadicArg(2));

  private WindowSize() {}

  static Terminal.Size read() {
    try (Arena arena = Arena.ofConfined()) {
      // struct winsize: rows, columns, two numbers of pixels; 16 bits each.
      MemorySegment size = arena.allocate(8);
      int result = (int) IOCTL.invokeExact(STDOUT, REQUEST, size);
      int lines = Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, 0));
      int columns = Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, 2));
      return result != 0 || columns == 0 || lines == 0
          ? Terminal.Size.UNKNOWN
          : new Terminal.Size(columns, lines);
    } catch (Throwable e) {
      throw new IllegalStateException("ioctl takes these arguments", e);
    }
  }
}
