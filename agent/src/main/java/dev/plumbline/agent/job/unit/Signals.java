package dev.plumbline.agent.job.unit;

import dev.plumbline.resources.Failure;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Signals to processes that are not our children; the JDK sends two kinds only. */
public final class Signals {
  public static final int QUIT = 3;
  public static final int KILL = 9;
  public static final int TERM = 15;

  private Signals() {}

  /** Sends a signal; whether there was such a process. */
  @SuppressWarnings("restricted")
  public static boolean send(long pid, int signal) throws Failure {
    Linker linker = Linker.nativeLinker();
    MethodHandle kill =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("kill"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    try {
      return (int) kill.invokeExact(Math.toIntExact(pid), signal) == 0;
    } catch (Throwable e) {
      throw new Failure("cannot call kill(2): " + e.getMessage(), "report this", e);
    }
  }
}
