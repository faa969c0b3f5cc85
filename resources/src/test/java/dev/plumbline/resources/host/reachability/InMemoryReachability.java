package dev.plumbline.resources.host.reachability;

import dev.plumbline.resources.contract.InMemoryPort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network in which everything answers that is not told to be closed. */
public final class InMemoryReachability implements Reachability, InMemoryPort {
  private final Map<String, String> closed = new HashMap<>();

  public InMemoryReachability closed(String host, int port, String why) {
    closed.put(host + " " + port, why);
    return this;
  }

  @Override
  public Optional<String> obstacle(String host, int port) {
    return Optional.ofNullable(closed.get(host + " " + port));
  }

  @Override
  public List<String> changes() {
    return List.of();
  }
}
