package dev.plumbline.jobs.mnist.ranks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.plumbline.jobs.mnist.problem.Problem;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** Asks libmpi for its version, which MPI allows before MPI_Init. */
final class NativeLibrary {
  /** The soname that 4.1 and 5.0 share, and the name that any version with headers has. */
  private static final List<String> NAMES = List.of("libmpi.so.40", "libmpi.so");

  /** More than any MPI_MAX_LIBRARY_VERSION_STRING. */
  private static final int LONGEST = 8192;

  private NativeLibrary() {}

  @SuppressWarnings("restricted")
  static String version() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment function = library().findOrThrow("MPI_Get_library_version");
      MethodHandle call =
          Linker.nativeLinker()
              .downcallHandle(function, FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
      MemorySegment text = arena.allocate(LONGEST);
      int failed = (int) call.invokeExact(text, arena.allocate(JAVA_INT));
      if (failed != 0) {
        throw new Problem("MPI_Get_library_version failed with " + failed);
      }
      return text.getString(0);
    } catch (Problem e) {
      throw e;
    } catch (Throwable e) {
      throw new Problem("cannot ask libmpi for its version: " + e, e);
    }
  }

  /** Stays loaded: the Java bindings use the same library. */
  @SuppressWarnings("restricted")
  private static SymbolLookup library() {
    IllegalArgumentException last = null;
    for (String name : NAMES) {
      try {
        return SymbolLookup.libraryLookup(name, Arena.global());
      } catch (IllegalArgumentException e) {
        last = e;
      }
    }
    throw new Problem(
        "this node has none of %s; install the package openmpi-bin".formatted(NAMES), last);
  }
}
