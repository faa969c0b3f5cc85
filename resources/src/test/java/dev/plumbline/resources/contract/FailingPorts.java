package dev.plumbline.resources.contract;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Ports;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Ports of which some calls fail: the machine cannot be read. */
final class FailingPorts implements Ports {
  private final Ports machine;
  private final IntPredicate fails;
  private int calls;

  /**
   * @param fails whether the call with that number fails, counted from 0 over all ports
   */
  FailingPorts(Ports machine, IntPredicate fails) {
    this.machine = machine;
    this.fails = fails;
  }

  /** How many calls that may fail have been made. */
  int calls() {
    return calls;
  }

  @Override
  public <P> P get(Class<P> port) {
    P real = machine.get(port);
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> call(real, method, arguments)));
  }

  private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (Arrays.asList(method.getExceptionTypes()).contains(Failure.class) && fails.test(calls++)) {
      throw new Failure(method.getName() + " was made to fail", "Nothing: this is a test.");
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
