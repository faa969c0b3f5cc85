package dev.plumbline.controller.cluster;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tells whoever listens that something about a node moved. It says where to look, not what moved.
 */
public final class Signal {
  private final Set<Consumer<String>> listeners = ConcurrentHashMap.newKeySet();

  /**
   * @param listener receives names of nodes; must not block
   * @return stops listening
   */
  public Runnable listen(Consumer<String> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void raise(String node) {
    listeners.forEach(listener -> listener.accept(node));
  }
}
