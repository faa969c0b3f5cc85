package dev.plumbline.lab.kinds;

import dev.plumbline.agent.host.links.KernelLinks;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.host.links.Links;
import dev.plumbline.resources.ip.IpAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/**
 * The interfaces of a node: the agent's own port, on threads that are in the node's network.
 *
 * @param namespace the node's network, as {@code /proc/PID/ns/net}
 */
record NodeLinks(Path namespace) implements Links {
  private static final Links KERNEL = new KernelLinks();
  private static final int CLONE_NEWNET = 0x40000000;
  private static final MethodHandle OPEN =
      find(
          "open",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle SETNS =
      find(
          "setns",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
  private static final MethodHandle CLOSE =
      find("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private interface Call<T> {
    T run() throws Failure;
  }

  @Override
  public Optional<Link> find(String name) throws Failure {
    return inside(() -> KERNEL.find(name));
  }

  @Override
  public boolean await(String name, Predicate<Link> wanted, Duration most) throws Failure {
    return inside(() -> KERNEL.await(name, wanted, most));
  }

  @Override
  public Map<IpAddress, String> holders(String name, Set<IpAddress> addresses) throws Failure {
    return inside(() -> KERNEL.holders(name, addresses));
  }

  /** The thread ends with the call, and its children are in the same network. */
  private <T> T inside(Call<T> call) throws Failure {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(() -> {
          try {
            enter();
            result.complete(call.run());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failure failure) {
        throw failure;
      }
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void enter() throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      int descriptor = (int) OPEN.invokeExact(arena.allocateFrom(namespace.toString()), 0);
      int entered = (int) SETNS.invokeExact(descriptor, CLONE_NEWNET);
      int _ = (int) CLOSE.invokeExact(descriptor);
      if (entered != 0) {
        throw new AssertionError("cannot enter " + namespace);
      }
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle find(String name, FunctionDescriptor type, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), type, options);
  }
}
