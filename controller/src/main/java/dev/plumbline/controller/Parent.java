package dev.plumbline.controller;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process that started this one, and its terminal. */
final class Parent {
  private static final int SESSION_FIELD = 3;

  private Parent() {}

  /**
   * Outlives it: Ctrl-C, Ctrl-Z and the end of its terminal reach its session, so this process
   * begins one of its own. Standard output is closed, for a parent that reads it to the end.
   */
  static void leave() {
    if (!leadsSession()) {
      beginSession();
    }
    System.out.close();
    System.err.close();
  }

  private static boolean leadsSession() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      // The second field is the program's name in brackets, and may hold anything.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return fields[SESSION_FIELD].equals(Long.toString(ProcessHandle.current().pid()));
    } catch (IOException _) {
      return false;
    }
  }

  @SuppressWarnings("restricted")
  private static void beginSession() {
    Linker linker = Linker.nativeLinker();
    try {
      int _ =
          (int)
              linker
                  .downcallHandle(
                      linker.defaultLookup().findOrThrow("setsid"),
                      FunctionDescriptor.of(ValueLayout.JAVA_INT))
                  .invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("setsid(2) cannot be called", e);
    }
  }
}
